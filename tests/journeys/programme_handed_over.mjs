// The programme's act of handing over: a manager names who comes after her, that person comes, and somebody who was
// invited long ago comes late. Both begin a table of their own in the round that has begun; what the first one may ends.
import { claim } from "./house.mjs";

export async function handedOver({ people, at, fill, go, words, hidden, picture, somebody, join, city, media, programme, lund, question, visit, year }) {
  const { Mona, Mats, Lotta, Cora } = people;
  const table = people["Mona's table"];
  const peopleOf = async (page) => {
    await page.goto(at(media));
    return page.locator("main > ul.plain-list:not(.initiatives) > li", { hasText: "manager" }).allTextContents();
  };
  const among = (lines, name) => lines.some((line) => line.trim().startsWith(name));

  // She names who comes after her, though no place is left: hers is the one.
  await Mona.goto(at(media));
  claim((await words(Mona)).includes("your tables stay yours") && (await Mona.locator("#role").count()) === 0, "a manager hands over and invites nobody else");
  await fill(Mona, `${media}/invitations`, { name: "Mats", email: "mats@example.org" });
  claim((await Mona.textContent("#email-wrong")).includes("has this role here already"), "a colleague is refused with the reason");
  const role = await Mona.inputValue("[name=instead_of]");
  const taken = await Mats.request.post(at(`${media}/invitations`), { data: { name: "Mine", email: "mine@example.org", role: "manager", instead_of: role } });
  claim(taken.status() === 403, "nobody hands over the role of a colleague");
  await Cora.goto(at(media));
  claim((await Cora.locator("form[action$='/invitations']").count()) === 0, "a coach finds nothing to hand over");
  await Mona.goto(at(media));
  await fill(Mona, `${media}/invitations`, { name: "Nora", email: "nora@example.org" });
  let link = await Mona.inputValue("#link");
  await picture(Mona, "handing-over");
  await Mona.goto(at(media));
  await go(Mona, Mona.locator("button", { hasText: "Withdraw: Nora" }));
  claim((await (await somebody()).goto(link)).status() === 410, "a link that is lost is withdrawn by whoever made it");
  await fill(Mona, `${media}/invitations`, { name: "Nora", email: "nora@example.org" });
  link = await Mona.inputValue("#link");
  claim(among(await peopleOf(Lotta), "Mona") && (await words(Lotta)).includes("nora@example.org"), "until somebody comes she is who she was, and the coordinator sees who is invited");

  const guest = await somebody();
  await guest.goto(link);
  claim((await words(guest)).includes("Mona hands over to you. You will stand for: Film office of Lund"), "who is invited reads from whom, and what for");
  await guest.context().close();
  const Nora = await join("Nora", link);
  const offered = async (page, name) => {
    await page.goto(at("/"));
    const offers = await page.locator(".to-start h2").allTextContents();
    claim(JSON.stringify(offers) === JSON.stringify([`${city}: Learning to look, ${year}`]), `${name} is offered a table in the round that has begun, and in no other: ${offers}`);
  };
  await offered(Nora, "who comes after her");
  await picture(Nora, "home-come-late");

  // Her role has ended with it, and with the role all it allowed; what is hers stays.
  const now = await peopleOf(Lotta);
  claim(among(now, "Nora") && !among(now, "Mona"), `the place is taken over: ${now}`);
  claim((await Lotta.textContent("details:has(summary:text-is('Were here before'))")).includes("Mona"), "the coordinator finds who was here");
  const stoodFor = await Lotta.textContent("ul.initiatives");
  claim(!stoodFor.includes("Mona") && stoodFor.includes("Nora"), `she stands for nothing any more, and who came after her for what she stood for: ${stoodFor}`);
  for (const [name, address] of Object.entries({ cluster: media, programme, city: `${programme}/cities/${lund}`, visit, question, "colleague's table": people["Mats's table"] }))
    claim(await hidden(Mona, address), `who has handed over sees no ${name}`);
  claim((await (await somebody()).goto(link)).status() === 410, "the link works once");
  await Mona.goto(at("/"));
  claim((await words(Mona)).includes("Nora has come after you in Lund, Moving images"), "she is told who has come");
  claim((await Mona.locator(".table-list a").count()) === 1 && (await Mona.locator(".to-start, .due").count()) === 0, "her own table stays hers, and nothing is due to her");
  await Mona.goto(at(`${table}/closing`));
  claim((await Mona.inputValue("#issues")).includes("Editors leave for the capital"), "so does her summary");
  const again = await Mona.request.post(at(`${table}/send`), { data: {} });
  claim(again.status() === 403, "and she sends no more");
  for (const address of [table, `${table}/closing`, question]) claim((await Cora.goto(at(address))).status() === 200, `the coach goes on reading ${address}`);
  await Cora.goto(at(`${programme}/cities/${lund}`));
  const counted = await Cora.locator("li .row-of strong").allTextContents();
  claim(JSON.stringify(counted) === JSON.stringify(["Mats", "Nora"]), `the city counts who is there now: ${counted}`);

  // She begins from B, and reads those before her once hers is sent.
  claim(await hidden(Nora, question), "what was asked of the coaches is not handed over");
  claim((await hidden(Nora, table)) && (await hidden(Nora, people["Mats's table"])), "before hers is sent she reads no other table");
  await Nora.goto(at("/"));
  await go(Nora, Nora.locator("button.start-B"));
  people["Nora's table"] = new URL(Nora.url()).pathname;
  await Nora.goto(at(`${people["Nora's table"]}/tasks/B1`));
  await Nora.fill("#notes", "- the archive and the film office");
  await go(Nora, Nora.locator("button.go[name=then]").first());
  claim(await hidden(Cora, people["Nora's table"]), "hers is read by nobody before it is sent, whatever was handed over");
  await Nora.goto(at(`${people["Nora's table"]}/check`));
  await go(Nora, Nora.locator("form[action$='/send'] button").first());
  claim(!(await hidden(Nora, table)) && !(await hidden(Nora, people["Mats's table"])), "then she reads them");
  claim(!(await hidden(Cora, people["Nora's table"])) && (await hidden(Mona, people["Nora's table"])), "and hers is read by the coach, not by whom she came after");

  // Somebody who was invited at the beginning comes when the others have sent.
  const Maja = await join("Maja", people["Maja's link"]);
  await offered(Maja, "who comes late");
  await go(Maja, Maja.locator("button.start-C"));
  people["Maja's table"] = new URL(Maja.url()).pathname;
  await Maja.goto(at("/"));
  claim((await Maja.locator(".to-start").count()) === 0 && (await Maja.locator(".table-list a").count()) === 1, "once she has begun it is hers, and offered no more");
}
