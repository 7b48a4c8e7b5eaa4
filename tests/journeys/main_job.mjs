// The main job, from the printed link to the document in hand: by keyboard alone, with scripts and without.
import { browser, claim, journey, start } from "./house.mjs";

// Tabs until the wanted element has the focus: what a keyboard cannot reach does not count.
async function tabTo(page, selector) {
  for (let i = 0; i < 200; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never reaches ${selector} on ${page.url()}`);
}

async function type(page, selector, words) {
  await tabTo(page, selector);
  await page.keyboard.type(words);
}

async function press(page, selector) {
  await tabTo(page, selector);
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  await page.waitForLoadState();
}

async function play(scripts) {
  const house = await start();
  const window = await browser();
  const context = await window.newContext({ javaScriptEnabled: scripts, locale: "en-GB" });
  const page = await context.newPage();
  const elsewhere = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(house.address)) elsewhere.push(request.url());
  });
  try {
    await page.goto(`${house.address}/first-run?key=${house.key}`);
    await type(page, "#name", "Hedda Host");
    await type(page, "#email", "hedda@example.org");
    await type(page, "#password", "a long enough password");
    await press(page, "form[action='/first-run/setup'] button");
    claim(page.url() === `${house.address}/clusters`, "setting up leads to the clusters");

    await type(page, "#city", "Lund");
    await type(page, "#country", "Sweden");
    await type(page, "#name", "Food");
    await press(page, "form[action='/clusters'] button");
    await type(page, "#title", "Autumn round");
    await press(page, "form[action$='/rounds'] button");
    await type(page, "#name", "Ana Åkesson");
    await type(page, "#email", "ana@example.org");
    await press(page, "form[action$='/invitations'] button");
    const link = await page.inputValue("#link");
    claim(link.startsWith(`${house.address}/join?key=`), "the invitation's link is shown");

    const own = await window.newContext({ javaScriptEnabled: scripts, locale: "en-GB" });
    const ana = await own.newPage();
    await ana.goto(link);
    await type(ana, "#password", "another long password");
    await press(ana, "form[action='/join'] button");
    await press(ana, "button.start-C");
    claim((await ana.textContent("main")).includes("Started from the practice (C)"), "the vertex it was started from is kept");
    claim((await ana.locator(".tasks li").count()) === 32, "32 tasks");
    claim((await ana.locator(".group").count()) === 3, "in three groups");

    await press(ana, ".next a.go");
    claim(ana.url().endsWith("/tasks/C1"), "carrying on leads to the first task of the practice");
    await type(ana, "#notes", "- two of us\n- one more would help");
    await press(ana, "button.go[name=then]");
    claim(ana.url().endsWith("/tasks/C2"), "continuing leads to the next task");
    await ana.goto(ana.url().replace("/tasks/C2", ""));
    claim((await ana.textContent(".task[href$='/tasks/C1']")).includes("Answered"), "what was typed stands as answered");

    // All the others, one after the other, as fast as a keyboard can: "I do not know yet".
    await ana.goto(`${ana.url()}/tasks/C2`);
    for (let task = 0; task < 31; task += 1) {
      await tabTo(ana, "input[name=standing]");
      await ana.keyboard.press("ArrowDown");
      await ana.keyboard.press("ArrowDown");
      await press(ana, "button.go[name=then]");
    }
    claim(ana.url().endsWith("/check"), "after the last task comes the check");
    claim((await ana.textContent("main")).includes("Every question has something beside it"), "no gap is left");
    await press(ana, ".send button");
    claim((await ana.textContent("main")).includes("Your table is sent."), "it is sent");
    claim(ana.url().endsWith("/fit"), "what the table says as a whole comes next");
    const table = ana.url().replace(/\/fit$/, "");
    const word = await own.request.get(`${table}/table.docx`);
    claim(word.ok() && (await word.body()).subarray(0, 2).toString() === "PK", "the document is there");
    claim(elsewhere.length === 0, `no other origin is called (${elsewhere[0]})`);
  } finally {
    await window.close();
    await house.stop();
    house.clean();
  }
}

await journey("the main job by keyboard, scripts on", () => play(true));
await journey("the main job by keyboard, scripts off", () => play(false));
