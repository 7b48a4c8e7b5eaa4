// The day of the visit in the sample city: both managers send, and what lies on the table that day stands there at once.
// With TRIVIUM_PICTURES=folder the page and the pack are kept to be looked at.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser, claim, journey, start } from "./house.mjs";
import { lookHere } from "./look.mjs";

const kPagesBeforeAnnex = 8;
const kPackWait = 180_000; // ms, of a slow machine that is at work on something else
const kVisitWait = 3000; // ms, of requirement R13's pack

// As the manager behind the nth door, on the page that sends her table.
async function readyToSend(window, house, door) {
  const context = await window.newContext({ viewport: { width: 1280, height: 900 }, locale: "en" });
  const page = await context.newPage();
  await page.goto(house.address);
  await page.click(`.door >> nth=${door}`);
  await page.waitForURL(house.address + "/");
  const table = house.address + (await page.getAttribute(".table-list a", "href"));
  await page.goto(table);
  const visit = house.address + (await page.getAttribute("a[href$='/visit']", "href"));
  await page.goto(`${table}/check`);
  return { page, visit };
}

// The text of each page of a PDF.
function pagesOf(file) {
  return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
}

await journey("visit", async () => {
  const house = await start({ sample: true });
  const window = await browser();
  const folder = mkdtempSync(join(tmpdir(), "trivium-visit-"));
  try {
    const first = await readyToSend(window, house, 0);
    const second = await readyToSend(window, house, 1);
    await Promise.all([first.page.waitForNavigation(), first.page.click(".send button")]);
    const { page, visit } = second;
    const begun = Date.now();
    await Promise.all([page.waitForNavigation(), page.click(".send button")]);
    await page.goto(visit);
    await page.waitForSelector(".visit-manager >> nth=1");
    const opened = Date.now() - begun;
    claim(opened <= kVisitWait, `from the last table sent to the visit: ${opened} ms`);
    claim((await page.locator(".said-by").count()) > 0, "where the two differ stands there");
    claim((await page.locator(".visit-manager .finding").count()) > 0, "with what each of them should ask");
    // The coach notes something beside an item, and comes back to it; whose tables they are finds no place for that.
    claim((await page.locator(".note-link, .coach-note").count()) === 0, "a manager finds no place for notes");
    const coaching = await window.newContext({ viewport: { width: 360, height: 900 }, locale: "en", bypassCSP: true });
    const coach = await coaching.newPage();
    await coach.goto(house.address);
    await coach.click(".door:has-text('Ruth Calder')");
    await coach.waitForURL(house.address + "/");
    await coach.goto(visit);
    const beside = coach.locator(".said-by .note-link", { hasText: /^Note/ }).first();
    const about = (await beside.textContent()).replace(/^Note: /, "");
    await beside.click();
    await coach.waitForSelector("#note");
    claim((await coach.locator(".coach-note").count()) === 1, "one form opens");
    claim((await coach.locator(".said-by #note").count()) === 1, "at the item it was asked for");
    await lookHere(coach, "visit with a note's form, 360");
    // Leaving a note half written for another one does not lose it.
    const halfWritten = coach.url();
    await coach.fill("#note", "Half a thought");
    await coach.locator(".said-by .note-link", { hasText: /^Note/ }).first().click();
    await coach.waitForSelector("#note");
    await coach.goto(halfWritten);
    await coach.waitForSelector("[data-offer]:not([hidden])");
    claim((await coach.textContent("[data-offer]:not([hidden])")).includes("Half a thought"), "a note that was left half written is offered back");
    await lookHere(coach, "visit with a note offered back, 360");
    await coach.click("[data-offer] .plain");
    await coach.fill("#note", "y".repeat(5001));
    await Promise.all([coach.waitForNavigation(), coach.click(".coach-note button")]);
    claim(/5.?000/.test(await coach.textContent("#note-wrong")), "too long a note is told at its field");
    claim((await coach.inputValue("#note")).length === 5001, "and what was typed stays");
    await coach.fill("#note", "Ask both what they mean by it.");
    await Promise.all([coach.waitForNavigation(), coach.click(".coach-note button")]);
    claim(coach.url().startsWith(`${visit}?noted=`), "a kept note leads back to the visit");
    claim(await coach.locator(".said-by #said").isVisible(), "to the place it was written at");
    claim(await coach.evaluate(() => Object.keys(localStorage).every((key) => !key.endsWith("/note"))), "a note that was kept does not stay in the browser");
    const again = await coach.locator(".said-by .note-link", { hasText: /^Change the note/ }).allTextContents();
    claim(again.includes(`Change the note: ${about}`), "which says that there is a note now");
    claim((await coach.textContent("main")).includes("Ask both what they mean by it."), "and it stands among the notes of the coaches");
    // The way back leads over the page with the form as it is now, and not over the refused one, which nobody can come back to.
    await coach.goBack();
    claim((await coach.inputValue("#note")) === "Ask both what they mean by it.", "the way back shows the note as it is kept");
    await coach.fill("#note", "Ask both what they mean by it. And since when.");
    await coach.goForward();
    await coach.goBack();
    await coach.waitForSelector("[data-offer]:not([hidden])");
    claim((await coach.textContent("[data-offer]:not([hidden])")).includes("And since when."), "nor is what was typed since taken for what was kept");
    await coach.click("[data-offer] .plain");
    await coach.click(".coach-note .note-link");
    await coach.waitForFunction(() => location.hash.startsWith("#item-"));
    const left = await coach.evaluate(() => document.querySelector(":target")?.getBoundingClientRect().top);
    claim(left >= 0 && left < 900, `who leaves a note as it is comes back to where it stood: ${left}`);
    // In the matrix of the city a bar says how much is written in each answer.
    await coach.goto(house.address + (await coach.getAttribute(".back a", "href")));
    await coach.goto(house.address + (await coach.getAttribute("a[href*='/cities/']", "href")));
    const cells = await coach.locator(".states tbody td a").evaluateAll((all) =>
      all.map((one) => ({ said: one.textContent, written: parseFloat(getComputedStyle(one, "::after").width), whole: one.parentElement.clientWidth })),
    );
    claim(cells.length > 0 && cells.every(({ said }) => /, (no text|[\d,]+ characters?)$/.test(said)), "each field of the matrix says in words how much is written");
    claim(cells.every(({ said, written }) => /no text$/.test(said) === (written === 0)), "there is a bar where something is written, and nowhere else");
    claim(cells.every(({ written, whole }) => written <= whole + 1), "no bar is longer than its field");
    claim(cells.some(({ written }) => written > 0), "something is written");
    await lookHere(coach, "the coach's matrix, 360");
    await coaching.close();
    const packed = Date.now();
    const answer = await page.request.get(`${visit}.pdf`, { timeout: kPackWait });
    claim(answer.ok(), "the pack can be printed");
    const took = Date.now() - packed;
    const pack = join(process.env.TRIVIUM_PICTURES ?? folder, "visit.pdf");
    writeFileSync(pack, await answer.body());
    const pages = pagesOf(pack);
    const annex = pages.findIndex((text) => /^\s*Annex/m.test(text));
    claim(annex > 0, "the tables are its annex");
    claim(annex <= kPagesBeforeAnnex, `${annex} pages before the annex`);
    console.log(`visit: open ${opened} ms after the last table was sent, pack ${took} ms, ${annex} of ${pages.length} pages before the annex`);
    // By the link on the page: while it is made the page says so, and a second click asks for nothing more.
    let asked = 0;
    page.on("request", (request) => (asked += request.url().endsWith("/visit.pdf") ? 1 : 0));
    const [file] = await Promise.all([
      page.waitForEvent("download", { timeout: kPackWait }),
      (async () => {
        await page.click("a[data-making]");
        await page.waitForFunction(() => document.querySelector("#making [role=status]").textContent.includes("being made"));
        claim((await page.getAttribute("a[data-making]", "aria-disabled")) === "true", "the link says that it is at work");
        await page.click("a[data-making]", { force: true });
        await page.waitForFunction(() => /\d s/.test(document.querySelector("[data-seconds]").textContent));
        if (process.env.TRIVIUM_PICTURES) await page.screenshot({ path: join(process.env.TRIVIUM_PICTURES, "visit-making.png") });
      })(),
    ]);
    claim(file.suggestedFilename().endsWith(".pdf"), "the file has its name");
    await file.saveAs(join(folder, "by-link.pdf"));
    claim(pagesOf(join(folder, "by-link.pdf")).length === pages.length, "and is the same document");
    await page.waitForFunction(() => document.querySelector("#making [role=status]").textContent.includes("is made"));
    claim(asked === 1, "two clicks are one request");
    claim((await page.getAttribute("a[data-making]", "aria-disabled")) === null, "then it can be had again");
    await page.route("**/visit.pdf", (route) => route.abort());
    await page.click("a[data-making]");
    await page.waitForFunction(() => document.querySelector("#making [role=status]").textContent.includes("did not come"));
    await page.unroute("**/visit.pdf");
    claim((await page.textContent("#takes-time")).includes("ten seconds"), "with scripts off the page says how long it takes");
    if (process.env.TRIVIUM_PICTURES) {
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: join(process.env.TRIVIUM_PICTURES, `visit-${width}.png`), fullPage: true });
      }
    }
  } finally {
    await window.close();
    await house.stop();
    house.clean();
    rmSync(folder, { recursive: true, force: true });
  }
});
