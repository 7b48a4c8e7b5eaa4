// From a sent table to the fit map, the agenda and the proposals; links by keyboard, mouse and touch; the drawing says
// nothing that the words do not say.
import { browser, claim, journey, lookRound, start } from "./house.mjs";
import { wordsOutside } from "./look.mjs";
import { compare, compareLines, compareLinesNotices, compareNotices } from "./map_in_words.mjs";

const kShortMapWait = 3000;

// From the contents to what does not meet, from the first of it to the form with its end chosen, and a link in part.
async function linkByKeyboard(page, table) {
  await page.goto(`${table}/fit`);
  const before = await page.locator(".links-there li").count();
  let presses = 0;
  const press = async (key) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  const here = (what) => page.evaluate(what, undefined);
  await page.locator('.contents a[href="#breaks"]').focus();
  await press("Enter");
  while (presses < 4 && !(await here(() => document.activeElement?.getAttribute("href")?.endsWith("#draw")))) await press("Tab");
  const problem = await here(() => document.querySelector("#break-1-says").textContent);
  await Promise.all([page.waitForNavigation(), press("Enter")]);
  await press("Tab");
  claim(await here(() => document.activeElement?.id === "from_row"), "from a break to the form in two presses");
  const chosen = await page.locator("#to_row option:checked").textContent();
  claim(problem.includes(chosen), `the end that lacks a link is chosen: ${chosen}`);
  await press("End");
  const from = await page.locator("#from_row option:checked").textContent();
  for (const key of ["Tab", "Tab", "ArrowDown", "Tab"]) await press(key);
  await Promise.all([page.waitForNavigation(), press("Enter")]);
  claim(presses <= 13, `a link is drawn from the contents in ${presses} presses`);
  console.log(`fit: from the contents to a drawn link ${presses} presses`);
  claim((await page.locator(".links-there li").count()) === before + 1, "a link is drawn by keyboard alone");
  claim(await here(() => document.activeElement?.id === "said" && document.activeElement.checkVisibility()), "what was done is said where it was done, and the keyboard is there");
  const said = await page.locator("#said").textContent();
  claim(said === `The link is drawn: “${from}” is for “${chosen}” (partly).`, `both ends are named: ${said}`);
  claim((await page.locator(".links-there li", { hasText: "(" }).count()) >= 1, "and as a partial one");
  await compare(page, "after a partial link");
  await page.click(".in-words > summary");
  await Promise.all([page.waitForNavigation(), page.click(".links-there form button")]);
  const gone = await page.locator("#said").textContent();
  claim(gone === `The link is taken back: “${from}” is for “${chosen}”.`, `taken back, both ends are named: ${gone}`);
  await page.reload();
  claim((await page.locator("#said").count()) === 0, "and it is said once");
}

// What does not meet has one order and one wording at home, on the map and in the agenda.
async function sameOrder(page, table) {
  const words = (selector) => page.locator(selector).evaluateAll((all) => all.map((one) => one.textContent.trim()));
  await page.goto(`${table}/fit`);
  const map = await words(".by-kind .finding > p[id]");
  await page.goto(table);
  const home = await words(".unmet li");
  claim(home.length === 3 && home.every((one, at) => one.endsWith(map[at])), `home begins like the map: ${home.join(" | ")}`);
  await page.goto(`${table}/agenda`);
  const agenda = await page.locator(".findings").first().locator(".finding:has(.to-map)").evaluateAll((all) => all.map((one) => [Number(/break-(\d+)$/.exec(one.querySelector(".to-map").href)[1]), one.textContent]));
  claim(agenda.length >= 3 && agenda.every(([number, text], at) => number === at + 1 && text.includes(map[at])), "the agenda asks in the same order");
  await page.click(".to-map >> nth=0");
  claim((await page.locator(".finding:target").textContent()).includes(map[0]), "and leads to the same place on the map");
}

// A page one can hold: by how much it is longer than the window. Measured with the typefaces we serve.
async function short(window, state, table) {
  for (const [width, most] of [[1280, 4900], [360, 9200]]) {
    const context = await window.newContext({ viewport: { width, height: 900 }, locale: "en", storageState: state });
    const page = await context.newPage();
    await page.goto(`${table}/fit`);
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    console.log(`fit: ${high} px at ${width}`);
    claim(high <= most, `the map is ${high} px long at ${width}`);
    await context.close();
  }
}

// A mark is followed by mouse and by keyboard, and draws nothing.
async function followMarks(page, table) {
  await page.goto(`${table}/fit`);
  const marks = page.locator(".map [data-gap]");
  claim((await marks.count()) >= 5, `marks in the drawing: ${await marks.count()}`);
  const first = marks.first();
  const [leads, box] = [await first.getAttribute("href"), await first.boundingBox()];
  claim(box.width >= 24 && box.height >= 24, `a mark is large enough to be hit: ${box.width} by ${box.height}`);
  await first.click();
  claim(page.url().endsWith(leads) && (await page.locator(`${leads}:target`).isVisible()), "a mark leads to what is said about it");
  claim((await page.locator(".thing.chosen").count()) === 0 && !(await page.locator("[data-map-choice]").isVisible()), "and begins no link");
  await page.locator(".map [data-gap]").last().focus();
  await page.keyboard.press("Enter");
  const last = await page.locator(".map [data-gap]").last().getAttribute("href");
  claim(page.url().endsWith(last), "also by keyboard");
  claim(await page.locator(`${last} p`).first().isVisible(), "what is folded away opens for it");
  const order = await page.evaluate(() => document.querySelector(".in-words").compareDocumentPosition(document.querySelector("#map")) & Node.DOCUMENT_POSITION_FOLLOWING);
  claim(order !== 0, "the words stand before the drawing");
}

// What would change most leads to the form with both ends chosen, and says where it comes from; a case stands beside a break.
async function whatHelps(page, table) {
  await page.goto(`${table}/fit`);
  const helps = page.locator("#help li");
  claim((await helps.count()) === 3, "three changes");
  for (let at = 0; at < 3; ++at) {
    await page.goto(`${table}/fit`);
    const question = await helps.nth(at).locator(".ask").textContent();
    claim((await helps.nth(at).locator(".records a").count()) >= 1, `it says where it comes from: ${question}`);
    await helps.nth(at).locator("a[href$='#draw']").click();
    const chosen = await page.locator("#from_row option:checked, #to_row option:checked").evaluateAll((all) => all.map((one) => (one.value ? one.textContent : "")));
    claim(chosen[1] !== "" && chosen.every((one) => question.includes(one)), `the ends of “${question}” are chosen: ${chosen}`);
  }
  await page.goto(`${table}/fit`);
  const beside = page.locator(".finding .case-beside a");
  claim((await beside.count()) >= 1, "a case stands beside a break");
  const each = await page.locator(".finding").evaluateAll((all) => all.map((one) => one.querySelectorAll(".case-beside").length));
  claim(each.every((count) => count <= 1), "at most one beside each");
  const cases = await beside.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  claim(new Set(cases).size === cases.length, "and each case once");
  const title = await beside.first().textContent();
  await beside.first().click();
  claim((await page.textContent("h1")).includes(title), "which leads to it");
}

// What does not meet begins in the first screen, beside a triangle whose words are whole.
async function firstScreen(window, state, table) {
  for (const [width, language] of [[1280, "en"], [1280, "es"], [360, "en"], [360, "es"], [320, "es"]]) {
    const context = await window.newContext({ viewport: { width, height: 900 }, locale: language, storageState: state });
    const page = await context.newPage();
    await page.goto(table);
    const [heading, first] = await page.evaluate(() => [document.querySelector("#unmet-heading"), document.querySelector(".unmet li")].map((one) => Math.round(one.getBoundingClientRect().bottom)));
    console.log(`home: what does not meet at ${heading} px, its first to ${first} px, at ${width} ${language}`);
    claim(heading <= 860 && (width < 1280 || first <= 900), `what does not meet begins at ${heading} px, its first ends at ${first} px (${width} ${language})`);
    const cut = await page.evaluate(wordsOutside);
    claim(cut.length === 0, `the triangle cuts off ${cut} at ${width} ${language}`);
    if (width === 1280 && language === "en") {
      await page.evaluate(() => (document.querySelector(".big-triangle .count.middle").textContent = "5 of 10 with something said"));
      claim((await page.evaluate(wordsOutside)).length === 1, "words that are cut off are noticed");
    }
    await context.close();
  }
}

const middle = async (page, selector) => {
  const box = await page.locator(selector).boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
};

async function linkByMouse(page, table) {
  await page.goto(`${table}/fit`);
  const pair = ["[data-thing=practice]:nth-child(2) span", "[data-thing=demand]:nth-child(2) span"];
  await page.locator(pair[0]).scrollIntoViewIfNeeded();
  const [from, to] = [await middle(page, pair[0]), await middle(page, pair[1])];
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(from[0] - 50, from[1], { steps: 3 });
  claim(await page.locator(".rubber").isVisible(), "a line is pulled");
  await page.mouse.move(...to, { steps: 3 });
  await page.mouse.up();
  const sentence = await page.locator("[data-sentence]").textContent();
  claim(sentence.includes(await page.locator(pair[0]).first().textContent()), "it is said what would be linked");
  claim(!(await page.locator("[data-take-back]").isVisible()), "there is nothing to take back yet");
  await Promise.all([page.waitForNavigation(), page.click("[data-map-choice] [value=direct]")]);
  claim(page.url().endsWith("#said-map"), "back at the map");
  claim((await page.locator(".chain").nth(1).getAttribute("class")).includes("from_below"), "what was unanswered is carried from below");
  await compare(page, "after a link by mouse");
}

async function takeBackAndDrawByTouch(page, table) {
  await page.goto(`${table}/fit`);
  await page.tap("[data-thing=practice]:nth-child(2) span");
  claim((await page.locator(".may").count()) > 0, "what it may be linked to is shown");
  await page.tap("[data-thing=demand]:nth-child(2) span");
  claim(await page.locator("[data-take-back]").isVisible(), "a link that is there can be taken back");
  claim(!(await page.locator("[data-map-choice] [value=direct]").isVisible()), "and is not offered once more");
  await Promise.all([page.waitForNavigation(), page.tap("[data-take-back]")]);
  claim((await page.locator(".chain").nth(1).getAttribute("class")).includes("unanswered"), "taken back, it is unanswered again");
  claim(/^El vínculo se ha quitado: «.+» atiende «.+»\.$/.test(await page.locator("#said-map").textContent()), "both ends are named in Spanish");
  await compare(page, "after taking a link back");
  await page.tap("[data-thing=practice]:nth-child(2) span");
  await page.tap("[data-thing=demand]:nth-child(2) span");
  claim(!(await page.locator("[data-take-back]").isVisible()), "what is not there cannot be taken back");
  await Promise.all([page.waitForNavigation(), page.tap("[data-map-choice] [value=direct]")]);
  claim((await page.locator(".chain").nth(1).getAttribute("class")).includes("from_below"), "drawn by touch, it is met from below");
  await compare(page, "after drawing a link by touch");
}

await journey("fit", async () => {
  const house = await start({ sample: true });
  const window = await browser();
  try {
    const context = await window.newContext({ viewport: { width: 1280, height: 900 }, locale: "en" });
    const page = await context.newPage();
    const table = await lookRound(page, house);
    await page.goto(`${table}/check`);
    const begun = Date.now();
    await page.click(".send button");
    await page.waitForSelector(".map [data-thing]");
    claim((await page.locator(".chain").count()) === 3, "the map stands there after sending");
    claim((await page.locator("#links form[action$='/links'] [name=strength]").count()) > 0, "with proposals");
    await page.click("a.go[href$='/agenda']");
    await page.waitForSelector(".agenda-item, .finding");
    const took = Date.now() - begun;
    claim(took <= kShortMapWait, `from sending to map, proposals and agenda: ${took} ms`);
    console.log(`fit: from sending to map, proposals and agenda ${took} ms`);
    await page.goto(`${table}/fit`);
    const standings = await page.locator(".chain").evaluateAll((chains) => chains.map((chain) => chain.className.replace("chain ", "")));
    claim(standings.join(" ") === "on_paper unanswered from_below", `the sample city's problems: ${standings}`);
    await compare(page, "the sample city");
    await compareNotices(page, "the sample city");
    const offered = await page.locator("#links [id^=proposal-]").allTextContents();
    claim(offered.some((one) => one.startsWith("“Mentoring for new firms” is for “New entrepreneurs stay outside the established circle”")), `the pair anybody sees is proposed: ${offered.join("; ")}`);
    await sameOrder(page, table);
    console.log(`fit: at home ${(await compareLines(page, table, "the sample city at home")).join(", ")}`);
    await compareLinesNotices(page, table);
    await short(window, await context.storageState(), table);
    await firstScreen(window, await context.storageState(), table);
    await followMarks(page, table);
    await whatHelps(page, table);
    await linkByKeyboard(page, table);
    await linkByMouse(page, table);
    await compareLines(page, table, "at home after a link");
    const tablet = await window.newContext({ viewport: { width: 1100, height: 800 }, hasTouch: true, locale: "es", storageState: await context.storageState() });
    await takeBackAndDrawByTouch(await tablet.newPage(), table);
    // With scripts off the forms do the same.
    const plain = await window.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const quiet = await plain.newPage();
    await quiet.goto(`${table}/fit`);
    await quiet.click("#break-1 a[href$='#draw']");
    claim(await quiet.locator("#to_row option:checked").getAttribute("value") !== "" && quiet.url().endsWith("#draw"), "from a break to the form with scripts off");
    const before = await quiet.locator(".links-there li").count();
    await quiet.click("#links form[action$='/links'] [value=direct] >> nth=0");
    claim((await quiet.locator(".links-there li").count()) === before + 1, "a proposal is drawn with scripts off");
  } finally {
    await window.close();
    await house.stop();
    house.clean();
  }
});
