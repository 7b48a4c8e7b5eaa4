// Down to Word, edited there by another program, and up again: the preview, the choice, what stands in the table then.
// With scripts and without. With TRIVIUM_PICTURES=folder the preview is also kept as a picture.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser, claim, journey, lookRound, start } from "./house.mjs";
import { look, lookHere } from "./look.mjs";

const edit = `
import sys, docx
document = docx.Document(sys.argv[1])
def cell(task):
    return next(row.cells[2] for table in document.tables for row in table.rows if row.cells[0].paragraphs[-1].text == task)
def write(task, words):
    paragraph = [one for one in cell(task).paragraphs if one.runs and one.style.name != "PartLabel"][-1]
    paragraph.add_run(words)
write("A1", " And one more, out of Word.")
write("A2", " This too.")
cell("C9").paragraphs[0].runs[0].text = "Heading of nobody"
document.add_paragraph("By the way")
document.save(sys.argv[2])
`;

async function shown(page, name) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await lookHere(page, `${name} at ${width}`);
    if (process.env.TRIVIUM_PICTURES) await page.screenshot({ path: join(process.env.TRIVIUM_PICTURES, `${name.replaceAll(" ", "-")}-${width}.png`), fullPage: true });
  }
}

async function play(scripts) {
  const house = await start({ sample: true });
  const window = await browser();
  const folder = mkdtempSync(join(tmpdir(), "trivium-word-"));
  try {
    // axe needs scripts; without them only what stands there is looked at.
    const context = await window.newContext({ javaScriptEnabled: scripts, locale: "en-GB", bypassCSP: true, acceptDownloads: true });
    const page = await context.newPage();
    const table = await lookRound(page, house);
    const written = join(folder, "table.docx");
    const edited = join(folder, "edited.docx");
    writeFileSync(written, await (await context.request.get(`${table}/table.docx`)).body());
    execFileSync("/usr/bin/python3", ["-c", edit, written, edited]);

    // Meanwhile the field of A2 that was edited, its last, is changed here as well.
    const { facets, notes, evidence, standing, confidence, language, revision } = (await (await context.request.get(`${table}/export`)).json()).answers.find((one) => one.task === "A2");
    facets.knowledge_drivers.push(`${facets.knowledge_drivers.pop()} Changed here.`);
    const saved = await context.request.post(`${table}/tasks/A2`, {
      headers: { "Content-Type": "application/json", Accept: "application/json", Origin: house.address },
      data: { revision, notes, evidence, standing, confidence, language, facets },
    });
    claim(saved.ok(), "A2 is changed here");

    await page.goto(`${table}/documents`);
    await page.click("a[href$='/word']");
    if (scripts) await look(page, page.url(), "the page that asks for a document");
    await page.setInputFiles("#file", edited);
    await page.click(".word-file button");
    await page.waitForLoadState();
    claim((await page.locator(".word-change").count()) === 2, "two fields differ");
    claim((await page.locator(".is-conflict").count()) === 1, "one of them differs on both sides");
    claim((await page.locator("ins").first().textContent()).includes("out of Word"), "what was added is marked");
    claim((await page.textContent("main")).includes("stand in it as it was written"), "what stands as written is counted");
    const pieces = await page.locator(".is-conflict del, .is-conflict ins").allTextContents();
    claim(pieces.length === 2 && pieces[0].endsWith("Changed here.") && pieces[1].endsWith("This too."), "one wording stands for the other, as a whole");
    claim((await page.locator(".is-conflict input:checked").count()) === 0, "nothing is chosen where two texts differ");
    claim((await page.locator(".is-conflict .word-side").count()) === 3, "three texts stand beside each other");
    claim((await page.locator(".word-left li").count()) >= 2, "what cannot be taken over is named");
    claim((await page.textContent(".word-left")).includes("By the way"), "so is what was written outside the table");
    const untaken = await page.locator(".word-left li").allTextContents();
    if (scripts) await shown(page, "word preview");

    await page.click(".word-changes button.go");
    await page.waitForLoadState();
    claim((await page.textContent("main")).includes("Please choose which text is to stand at A2"), "an open choice is asked for");
    claim(!(await page.textContent("main")).includes("in it as it was written"), "what was counted in the document is not said of the form");
    claim((await page.locator(".word-change").count()) === 2, "and the preview is still there");
    const named = await page.locator(".word-left li").allTextContents();
    claim(named.length > 0 && JSON.stringify(named) === JSON.stringify(untaken), "what cannot be taken over is named again, all of it and in the same words");
    if (scripts) await shown(page, "word choose");
    const unwritten = await (await context.request.get(`${table}/tasks/A1.json`)).json();
    claim(!JSON.stringify(unwritten).includes("out of Word"), "nothing is written yet");

    await page.check(".is-conflict input[value=document]");
    await page.click(".word-changes button.go");
    await page.waitForLoadState();
    claim(page.url().endsWith("/table"), "taking over leads to the table");
    claim((await page.textContent("body")).includes("What you chose stands in your table."), "and says so");
    const after = await (await context.request.get(`${table}/tasks/A1.json`)).json();
    claim(JSON.stringify(after).includes("out of Word"), "A1 says what the document said");
    const conflict = await (await context.request.get(`${table}/tasks/A2.json`)).json();
    claim(JSON.stringify(conflict).includes("This too.") && !JSON.stringify(conflict).includes("Changed here."), "A2 says what was chosen");
  } finally {
    await window.close();
    await house.stop();
    house.clean();
    rmSync(folder, { recursive: true, force: true });
  }
}

await journey("a table goes to Word and comes back, scripts on", () => play(true));
await journey("a table goes to Word and comes back, scripts off", () => play(false));
