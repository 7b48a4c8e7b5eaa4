// axe-core on every page at 1280 and 320 px, in both languages, with nothing overflowing to the side.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { browser, claim, journey, lookRound, start } from "./house.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function look(page, address, name) {
  await page.goto(address);
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

await journey("every page is accessible", async () => {
  const house = await start({ sample: true });
  const window = await browser();
  try {
    for (const [width, language] of [[1280, "en"], [320, "en"], [1280, "es"], [320, "es"]]) {
      const context = await window.newContext({ viewport: { width, height: 900 }, locale: language, bypassCSP: true });
      const page = await context.newPage();
      const at = (path) => `${house.address}${path}`;
      for (const path of ["/", "/sign-in", "/about", "/measures", "/measures/location-quotient", `/first-run?key=${house.key}`, "/join?key=nothing", "/nowhere"]) await look(page, at(path), `${path} ${width} ${language}`);
      const table = await lookRound(page, house);
      const tasks = await page.evaluate(async (home) => {
        const text = await (await fetch(`${home}.json`)).json();
        return text.groups.flatMap((group) => group.tasks.map((task) => task.task));
      }, table);
      claim(tasks.length === 32, "32 tasks");
      const some = width === 1280 && language === "en" ? tasks : ["A1", "A3", "A_sum", "B5", "C8"];
      const pages = ["/", "/clusters", "/account", "/search?q=audio", "/search", "/import"].map(at);
      for (const rest of ["", "/table", "/check", "/documents", "/answers", "/tasks/A1/history", "/fit", "/agenda", "/since", "/stage", "/cases", "/cases/styria", "/cases/san_sebastian"]) pages.push(table + rest);
      await page.goto(`${table}/cases`);
      pages.push(house.address + (await page.getAttribute("a[href^='/clusters/'][href$='/cases']", "href")));
      pages.push(pages.at(-1).replace(/cases$/, "numbers"));
      for (const task of some) pages.push(`${table}/tasks/${task}`);
      for (const address of pages) await look(page, address, `${address.replace(house.address, "")} ${width} ${language}`);
      await context.close();
    }
    // The host's pages, full and with something to put right.
    const context = await window.newContext({ viewport: { width: 320, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${house.address}/first-run?key=${house.key}`);
    await page.fill("#name", "Hedda");
    await page.fill("#email", "hedda@example.org");
    await page.fill("#password", "short");
    await page.click("form[action='/first-run/setup'] button");
    claim((await page.inputValue("#name")) === "Hedda", "what was typed is kept");
    claim(await page.evaluate(() => document.activeElement?.id === "flaws"), "the focus goes to what has to be put right");
    await page.fill("#password", "a long enough password");
    await page.click("form[action='/first-run/setup'] button");
    await look(page, `${house.address}/clusters`, "/clusters of the host");
    await look(page, house.address + (await page.getAttribute(".table-list a", "href")), "a cluster of the host");
  } finally {
    await window.close();
    await house.stop();
    house.clean();
  }
});
