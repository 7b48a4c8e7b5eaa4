// Nothing on a page breaks WCAG 2.2 AA, overflows to the side or lacks its words.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { claim } from "./house.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function look(page, address, name) {
  await page.goto(address);
  await lookHere(page, name);
}

// The page as it stands. Its context has to bypass the CSP, so that axe may run in it.
export async function lookHere(page, name) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  claim(
    violations.length === 0,
    `${name}: ${violations.map((one) => `${one.id} (${one.nodes.length}: ${one.nodes[0].html.slice(0, 160)})`).join("; ")}`,
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  claim(wide <= 0, `${name} is ${wide} px wider than the window`);
  const sentence = await page.textContent("body");
  claim(!/\[[a-z_]+\.[a-z_.]+\]/.test(sentence), `${name} lacks words: ${/\[[a-z_]+\.[a-z_.]+\]/.exec(sentence)?.[0]}`);
  claim((await page.locator("h1").count()) === 1, `${name} has one h1`);
}
