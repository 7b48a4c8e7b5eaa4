// What was saved is said where it was saved: after a translation of a case the words that it is saved are on the
// screen, with scripts and without.
import { browser, claim, journey, lookRound, start } from "./house.mjs";

// Whether the line is shown within the window, and the one at the top of the page is not.
const saidHere = () =>
  document.querySelector(".said-here:target") !== null &&
  [...document.querySelectorAll("main .notice")].every((line) => {
    const box = line.getBoundingClientRect();
    const shown = getComputedStyle(line).display !== "none";
    return line.matches(":target") ? shown && box.top >= 0 && box.bottom <= window.innerHeight : !shown;
  });

async function play(scripts) {
  const house = await start({ sample: true });
  const window = await browser();
  try {
    for (const width of [1280, 360]) {
      const context = await window.newContext({ javaScriptEnabled: scripts, viewport: { width, height: 800 }, locale: "en-GB" });
      const page = await context.newPage();
      const table = await lookRound(page, house);
      await page.goto(`${table}/cases/styria`);
      await page.fill("#same", `We too have suppliers, ${width}.`);
      await Promise.all([page.waitForNavigation(), page.click(".translation form button.go")]);
      claim(await page.evaluate(saidHere), `at ${width} px it is said at the form that the translation is saved`);
      claim((await page.textContent(".said-here:target")).includes("It is saved"), "in words");
      claim((await page.inputValue("#same")).endsWith(`${width}.`), "and the text stands there");
      if (process.env.TRIVIUM_PICTURES) await page.screenshot({ path: `${process.env.TRIVIUM_PICTURES}/said-${scripts ? "" : "no-scripts-"}${width}.png` });
      await context.close();
    }
  } finally {
    await window.close();
    await house.stop();
    house.clean();
  }
}

await journey("what is saved is said where it was saved, scripts on", () => play(true));
await journey("what is saved is said where it was saved, scripts off", () => play(false));
