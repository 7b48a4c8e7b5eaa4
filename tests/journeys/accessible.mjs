// axe-core on every page at 1280 and 320 px, in both languages, with nothing overflowing to the side.
import { browser, claim, journey, lookRound, start } from "./house.mjs";
import { look } from "./look.mjs";

await journey("every page is accessible", async () => {
  const house = await start({ sample: true });
  const window = await browser();
  try {
    for (const [width, language] of [[1280, "en"], [320, "en"], [1280, "es"], [320, "es"]]) {
      const context = await window.newContext({ viewport: { width, height: 900 }, locale: language, bypassCSP: true });
      const page = await context.newPage();
      const at = (path) => `${house.address}${path}`;
      for (const path of ["/", "/sign-in", "/about", "/privacy", "/measures", "/measures/location-quotient", `/first-run?key=${house.key}`, "/join?key=nothing", "/nowhere"]) await look(page, at(path), `${path} ${width} ${language}`);
      const table = await lookRound(page, house);
      claim((await page.getAttribute("html", "lang")) === language, `the sample city is read in ${language}`);
      const tasks = await page.evaluate(async (home) => {
        const text = await (await fetch(`${home}.json`)).json();
        return text.groups.flatMap((group) => group.tasks.map((task) => task.task));
      }, table);
      claim(tasks.length === 32, "32 tasks");
      const some = width === 1280 && language === "en" ? tasks : ["A1", "A3", "A_sum", "B5", "C8"];
      const pages = ["/", "/clusters", "/account", "/account/delete", "/search?q=audio", "/search", "/import"].map(at);
      for (const rest of ["", "/table", "/check", "/documents", "/answers", "/tasks/A1/history", "/fit", "/agenda", "/since", "/stage", "/closing", "/looked", "/cases", "/cases/styria", "/cases/san_sebastian"]) pages.push(table + rest);
      await page.goto(`${table}/cases`);
      pages.push(house.address + (await page.getAttribute("a[href^='/clusters/'][href$='/cases']", "href")));
      pages.push(pages.at(-1).replace(/cases$/, "numbers"));
      await page.goto(table);
      pages.push(house.address + (await page.getAttribute("a[href$='/visit']", "href")));
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
    await look(page, `${house.address}/people`, "everybody, for the host");
    await look(page, house.address + (await page.getAttribute(".table-list a", "href")), "erasing somebody");
    await look(page, `${house.address}/trail`, "the trail");
    await look(page, `${house.address}/trail?person=nobody@example.org`, "the trail of nobody");
    await look(page, `${house.address}/privacy`, "what is kept, for the host");
  } finally {
    await window.close();
    await house.stop();
    house.clean();
  }
});
