// The programme's act of initiatives: what a cluster's people stand for is added, put one within the other, called
// right, stood for and ended, in the browser. The coach reads it; the other city does not learn that it is there.
import { claim } from "./house.mjs";

// "Plan (Ana) [Office (Bo)]; Fair": as the page of the cluster lists them, with who stands for each and what lies within it.
const tree = (page) =>
  page.evaluate(() => {
    const told = (list) =>
      [...(list?.children ?? [])]
        .map((one) => {
          const who = [...one.querySelectorAll(":scope > .names > span")].map((name) => name.textContent).join(", ");
          const inside = told(one.querySelector(":scope > ul"));
          return one.querySelector(":scope > a").textContent + (who && ` (${who})`) + (inside && ` [${inside}]`);
        })
        .join("; ");
    return told(document.querySelector("ul.initiatives"));
  });

const unfold = (page, words) => page.locator("details.asks > summary", { hasText: words }).first().click();
const ticks = "form[action^='/roles/'][action$='/initiatives']";

export async function initiatives({ people, at, fill, go, words, hidden, picture, media, programme, lund }) {
  const { Lotta, Mona, Mats, Cora } = people;
  const stands = async (page, told, sentence) => {
    await page.goto(at(media));
    const there = await tree(page);
    claim(there === told, `${sentence}: ${there}`);
  };
  const add = async (page, fields) => {
    await page.goto(at(media));
    await unfold(page, "Add an initiative");
    await fill(page, `${media}/initiatives`, fields);
  };
  const pageOf = async (page, name) => {
    await page.goto(at(media));
    await go(page, page.locator("ul.initiatives").getByRole("link", { name, exact: true }));
    return new URL(page.url()).pathname;
  };

  await stands(Lotta, "Mats's film office (Mats); Mona's film office (Mona)", "what was typed with an invitation stands there once somebody has come by it");
  await add(Lotta, { initiative_name: "Media policy" });
  claim((await words(Lotta)).includes("The initiative is added."), "the coordinator adds one, and is told so");
  await add(Mona, { initiative_name: "Sound stage", within: "Media policy" });
  await stands(Mona, "Mats's film office (Mats); Media policy [Sound stage]; Mona's film office (Mona)", "a manager adds one within it");
  await add(Mats, { initiative_name: "sound  STAGE" });
  claim((await Mats.textContent("#initiative_name-wrong")).includes("“Sound stage”"), "the same once more is refused at the field");
  claim((await Mats.isVisible("#initiative_name")) && (await Mats.inputValue("#initiative_name")) === "sound  STAGE", "the form is open, and what was typed stays");

  // Two have the page of one open: who saves later learns what it is called now.
  const office = await pageOf(Mona, "Mona's film office");
  await Lotta.goto(at(office));
  await fill(Mona, office, { initiative_name: "Film office of Lund", within: "Media policy" });
  await fill(Lotta, office, { initiative_name: "Film desk" });
  claim((await Lotta.textContent("#initiative_name-wrong")).includes("“Film office of Lund” and lies within “Media policy”"), "an older page overwrites nothing");
  claim((await Lotta.inputValue("#initiative_name")) === "Film desk", "and keeps what was typed there");
  await stands(Mona, "Mats's film office (Mats); Media policy [Film office of Lund (Mona); Sound stage]", "its name is put right, and it is moved");
  const policy = await pageOf(Mona, "Media policy");
  const places = await Mona.locator("#within option").allTextContents();
  claim(JSON.stringify(places) === JSON.stringify(["By itself", "Mats's film office"]), `an umbrella is not moved below what lies within it: ${places}`);

  // Who stands for which: a manager says it for herself, the coordinator for anybody.
  await Mona.goto(at(media));
  claim((await Mona.locator(ticks).count()) === 1, "a manager ticks for nobody but herself");
  await Mona.locator(ticks).getByLabel("Media policy", { exact: true }).check();
  await go(Mona, Mona.locator(`${ticks} button`));
  await Lotta.goto(at(media));
  claim((await Lotta.locator(ticks).count()) === 2, "the coordinator for each of the managers");
  await unfold(Lotta, "Choose initiatives: Mats");
  const his = Lotta.locator(`details[open] ${ticks}`);
  await his.getByLabel("Sound stage", { exact: true }).check();
  await go(Lotta, his.locator("button"));
  const all = "Mats's film office (Mats); Media policy (Mona) [Film office of Lund (Mona); Sound stage (Mats)]";
  await stands(Mats, all, "both are named beside what they stand for");
  await Mona.goto(at(media));
  await picture(Mona, "cluster-initiatives");
  await Mona.goto(at(policy));
  claim((await words(Mona)).includes("Who stands for it: Mona"), "and on its own page");
  await picture(Mona, "initiative");

  // Whose it is not to arrange.
  await stands(Cora, all, "the coach reads them");
  claim((await Cora.locator("main form[action*='/initiatives']").count()) === 0, "and finds no form for them");
  await Cora.goto(at(policy));
  claim((await words(Cora)).includes("Film office of Lund") && (await Cora.locator("main form").count()) === 0, "nor on the page of one");
  for (const [address, data] of [[`${media}/initiatives`, { initiative_name: "Coaching" }], [policy, { initiative_name: "Coaching", revision: 1 }], [`${policy}/end`, {}]])
    claim((await Cora.request.post(at(address), { data })).status() === 403, `the coach may not write to ${address}`);
  for (const name of ["Lena", "Hedda"]) {
    await people[name].goto(at(media));
    claim((await people[name].locator(`form[action='${media}/initiatives']`).count()) === 1, `${name} may add one`);
  }
  for (const name of ["Otto", "Benat", "Ane"])
    claim((await hidden(people[name], media)) && (await hidden(people[name], policy)), `${name} does not learn what there is`);
  const onCity = async () => {
    await Lotta.goto(at(`${programme}/cities/${lund}`));
    return Lotta.locator("li .row-of").allTextContents();
  };
  const before = await onCity();
  claim(before.some((one) => one.includes("Mona") && one.includes("Film office of Lund · Media policy")) && before.some((one) => one.includes("Mats") && one.includes("Sound stage")), `the city's page names it beside each: ${before}`);

  // It ends: it stands apart, and what lay within it goes on.
  await Lotta.goto(at(policy));
  await unfold(Lotta, "This initiative has ended");
  await go(Lotta, Lotta.getByRole("button", { name: "End it today" }));
  await stands(Mona, "Film office of Lund (Mona); Mats's film office (Mats); Sound stage (Mats)", "what lay within it goes on, and nobody stands for what has ended");
  claim((await Mona.textContent("details:has(summary:text-is('Have ended'))")).includes("Media policy"), "what has ended stands apart");
  await Mona.goto(at(policy));
  claim((await Mona.locator("main form").count()) === 0, "and is changed no more");
  claim(!(await onCity()).some((one) => one.includes("Media policy")), "nor does the city's page name it any longer");
}
