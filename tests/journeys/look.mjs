// Nothing on a page breaks WCAG 2.2 AA, overflows to the side, cuts off the words of a drawing or lacks its words.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { claim } from "./house.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function look(page, address, name) {
  await page.goto(address);
  await lookHere(page, name);
}

// Words of a drawing that do not lie in it as a whole; half a pixel is how far boxes are rounded.
export function wordsOutside() {
  return [...document.querySelectorAll("svg text")].flatMap((text) => {
    const frame = text.ownerSVGElement.getBoundingClientRect();
    const box = text.getBoundingClientRect();
    const inside = box.left >= frame.left - 0.5 && box.right <= frame.right + 0.5 && box.top >= frame.top - 0.5 && box.bottom <= frame.bottom + 0.5;
    return frame.width === 0 || inside ? [] : [`"${text.textContent.trim()}"`];
  });
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
  const cut = await page.evaluate(wordsOutside);
  claim(cut.length === 0, `${name} cuts off words of a drawing: ${cut.join("; ")}`);
  const sentence = await page.textContent("body");
  claim(!/\[[a-z_]+\.[a-z_.]+\]/.test(sentence), `${name} lacks words: ${/\[[a-z_]+\.[a-z_.]+\]/.exec(sentence)?.[0]}`);
  claim((await page.locator("h1").count()) === 1, `${name} has one h1`);
}
