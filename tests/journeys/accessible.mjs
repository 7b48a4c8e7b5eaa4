// axe-core on every page at 1280 and 320 px, in both languages, with nothing overflowing to the side.
import { browser, claim, journey, lookRound, start } from "./house.mjs";
import { look, lookHere } from "./look.mjs";

const kEach = [[1280, "en"], [320, "en"], [1280, "es"], [320, "es"]];

// The rounds of the sample city, one with two tables sent and one without, and a case the cluster tells of itself.
async function ofSeveral(house, window) {
  const context = await window.newContext({ locale: "en", bypassCSP: true });
  const page = await context.newPage();
  const table = await lookRound(page, house);
  await page.goto(`${house.address}/clusters`);
  await page.goto(house.address + (await page.locator(".table-list a").first().getAttribute("href")));
  const rounds = await page.locator("a[href^='/rounds/'][href$='/together'], a[href^='/rounds/'][href$='/visit']").evaluateAll((links) => links.map((link) => link.href));
  claim(rounds.length === 4, "two rounds, each with its tables side by side and its visit");
  await page.goto(`${table}/cases`);
  await page.goto(house.address + (await page.getAttribute("a[href^='/clusters/'][href$='/cases']", "href")));
  await page.check("[name=kind][value=failure]");
  for (const name of ["title", "place", "cluster_name", "situation", "what_was_done", "what_it_took", "what_to_watch", "question"]) await page.fill(`[name=${name}]`, "A fair nobody came to");
  await Promise.all([page.waitForEvent("framenavigated"), page.locator("form[action$='/cases'] .go").last().click()]);
  await page.waitForLoadState();
  const list = page.url().replace(/\/cases.*/, "/cases");
  await page.goto(list);
  const own = house.address + (await page.locator(".table-list a").first().getAttribute("href"));
  for (const [width, language] of kEach) {
    const again = await window.newContext({ viewport: { width, height: 900 }, locale: language, bypassCSP: true });
    const reader = await again.newPage();
    await lookRound(reader, house);
    let compared = 0;
    for (const address of rounds) {
      await reader.goto(address);
      compared += await reader.locator(".together").count();
      for (const group of await reader.locator("details").all()) await group.evaluate((one) => (one.open = true));
      await lookHere(reader, `${address.replace(house.address, "")} ${width} ${language}`);
    }
    claim(compared > 0, "tables are laid side by side");
    for (const address of [list, own, `${table}/agenda`]) await look(reader, address, `${address.replace(house.address, "")} ${width} ${language}`);
    await again.close();
  }
  await context.close();
}

// A table that somebody has just started: what has nothing to show says so.
async function withNothingInIt(house, window, host) {
  await host.goto(`${house.address}/clusters`);
  const send = async (page, form, fields) => {
    for (const [name, value] of Object.entries(fields)) await page.fill(`form[action$='${form}'] [name='${name}']`, value);
    await Promise.all([page.waitForEvent("framenavigated"), page.locator(`form[action$='${form}'] button`).last().click()]);
    await page.waitForLoadState();
  };
  await send(host, "/clusters", { city: "Lund", country: "Sweden", name: "Food" });
  await send(host, "/rounds", { title: "Autumn round" });
  await send(host, "/invitations", { name: "Ana", email: "ana@example.org" });
  const link = await host.inputValue("#link");
  const context = await window.newContext({ locale: "en", bypassCSP: true });
  const ana = await context.newPage();
  await ana.goto(link);
  await send(ana, "/join", { password: "another long password" });
  await Promise.all([ana.waitForEvent("framenavigated"), ana.click("button.start-C")]);
  await ana.waitForLoadState();
  const table = ana.url().replace(/\?.*/, "");
  const visit = house.address + (await ana.getAttribute("a[href$='/visit']", "href"));
  const signedIn = await context.storageState();
  for (const [width, language] of kEach) {
    const again = await window.newContext({ viewport: { width, height: 900 }, locale: language, bypassCSP: true, storageState: signedIn });
    const page = await again.newPage();
    for (const address of [`${table}/fit`, `${table}/agenda`, visit.replace(/visit$/, "together"), visit]) await look(page, address, `empty ${address.replace(house.address, "")} ${width} ${language}`);
    await page.goto(`${table}/fit`);
    claim((await page.locator(".empty").count()) > 0 && (await page.locator(".map").count()) === 0, "a map with nothing in it says so");
    await again.close();
  }
  await context.close();
}

await journey("every page is accessible", async () => {
  const house = await start({ sample: true });
  const window = await browser();
  try {
    for (const [width, language] of kEach) {
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
    await ofSeveral(house, window);
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
    await withNothingInIt(house, window, page);
  } finally {
    await window.close();
    await house.stop();
    house.clean();
  }
});
