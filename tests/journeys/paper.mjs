// On paper no heading stands alone at the foot of a page: what the browser prints is read back, page by page. With
// TRIVIUM_PICTURES=folder the printed pages are kept.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browser, claim, journey, lookRound, start } from "./house.mjs";

const plain = (text) => text.replace(/\s+/g, " ").trim();

// What stands last on each page but the last one, above its number.
function lastLines(file) {
  const pages = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
  return pages.slice(0, -1).map((page) => {
    const lines = page.split("\n").map(plain).filter((line) => line !== "" && !/^\d+ ?\/ ?\d+$/.test(line));
    return lines.at(-1);
  });
}

// The words that name what stands below them.
const headings = () => [...document.querySelectorAll("h1, h2, h3, h4, dt, legend, summary, .said-label")].filter((one) => one.offsetParent !== null).map((one) => one.innerText);

async function lonely(page, address, folder, name, style = "") {
  await page.goto(address);
  if (style) await page.addStyleTag({ content: style });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  const names = (await page.evaluate(headings)).map(plain).filter((one) => one.length > 3);
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await page.emulateMedia({ media: null });
  const feet = lastLines(file);
  return { pages: feet.length + 1, alone: feet.filter((foot) => names.some((one) => one === foot || (foot.length > 12 && one.endsWith(foot)))) };
}

await journey("paper", async () => {
  const house = await start({ sample: true });
  const window = await browser();
  const folder = process.env.TRIVIUM_PICTURES ?? mkdtempSync(join(tmpdir(), "trivium-paper-"));
  try {
    for (const locale of ["en-GB", "es-ES"]) {
      const context = await window.newContext({ locale, bypassCSP: true });
      const page = await context.newPage();
      const table = await lookRound(page, house);
      let pages = 0;
      for (const name of ["fit", "agenda", "since", "stage", "cases", "check", "table", "closing"]) {
        const printed = await lonely(page, `${table}/${name}`, folder, `paper-${name}-${locale}`);
        pages += printed.pages;
        claim(printed.alone.length === 0, `${name} in ${locale}: alone at the foot of a page: ${printed.alone.join(" | ")}`);
      }
      claim(pages > 30, `${pages} pages were printed`);
      // The check sees what it looks for.
      const spoilt = await lonely(page, `${table}/fit`, folder, `paper-spoilt-${locale}`, "@media print { h2 { break-after: page !important; } }");
      claim(spoilt.alone.length > 3, "headings that are put alone are found");
      await context.close();
    }
  } finally {
    await window.close();
    await house.stop();
    house.clean();
    if (!process.env.TRIVIUM_PICTURES) rmSync(folder, { recursive: true, force: true });
  }
});
