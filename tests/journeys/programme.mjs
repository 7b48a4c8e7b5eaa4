// A programme played by eleven people in two cities, in the browser: from the lead's invitation to what everybody sees.
// Every important page is held against WCAG at 1280 and 360 px; with TRIVIUM_PICTURES=folder it is also kept as a picture.
import { browser, claim, journey, start } from "./house.mjs";
import { lookHere } from "./look.mjs";
import { closings } from "./programme_closings.mjs";
import { handedOver } from "./programme_handed_over.mjs";
import { initiatives } from "./programme_initiatives.mjs";

const year = new Date().getFullYear() + 1;

await journey("a programme in two cities", async () => {
  const house = await start();
  const window = await browser();
  const people = {};
  const at = (path) => `${house.address}${path}`;

  const somebody = async () => (await window.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", bypassCSP: true })).newPage();
  const go = async (page, where) => {
    await Promise.all([page.waitForEvent("framenavigated"), where.click()]);
    await page.waitForLoadState();
  };
  const fill = async (page, form, fields) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`form[action='${form}'] [name='${name}']`);
      if ((await field.evaluate((one) => one.tagName)) === "SELECT") await field.selectOption(value);
      else await field.fill(value);
    }
    await go(page, page.locator(`form[action='${form}'] button`).last());
  };
  const picture = async (page, name) => {
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await lookHere(page, `${name} ${width}`);
      if (process.env.TRIVIUM_PICTURES) await page.screenshot({ path: `${process.env.TRIVIUM_PICTURES}/${name}-${width}.png`, fullPage: true });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const words = (page) => page.textContent("main");
  const hidden = async (page, address) => (await page.goto(at(address))).status() === 404;
  const join = async (name, link) => {
    const page = await somebody();
    await page.goto(link);
    if (name === "Mona") await picture(page, "join");
    await fill(page, "/join", { password: `${name}'s long password` });
    people[name] = page;
    return page;
  };
  const invite = async (page, form, fields) => {
    await fill(page, form, { email: `${fields.name.toLowerCase()}@example.org`, ...fields });
    return page.inputValue("#link");
  };
  const id = async (page, city) => page.getAttribute(`option:text-is("${city}")`, "value");

  try {
    // The host sets the house up, adds the network and says who leads it.
    const host = (people.Hedda = await somebody());
    await host.goto(at(`/first-run?key=${house.key}`));
    await fill(host, "/first-run/setup", { name: "Hedda", email: "hedda@example.org", password: "a long enough password" });
    await host.goto(at("/networks"));
    claim((await words(host)).includes("There is no network yet. As you host this installation you can add one here"), "without a network the host is told what to do");
    await picture(host, "networks-empty");
    await fill(host, "/networks", { name: "Cities that make films" });
    const network = new URL(host.url()).pathname;
    await picture(host, "network-empty");
    const lena = await join("Lena", await invite(host, `${network}/invitations`, { name: "Lena", role: "lead" }));

    // The lead adds two cities, a coach for both, a coordinator for each, and opens the programme.
    await lena.goto(at(network));
    for (const city of ["Lund", "Bilbao"]) await fill(lena, `${network}/cities`, { city, country: city === "Lund" ? "Sweden" : "Spain" });
    const lund = await id(lena, "Lund");
    const bilbao = await id(lena, "Bilbao");
    const cora = await join("Cora", await invite(lena, `${network}/invitations`, { name: "Cora", role: "coach", in_city: lund }));
    await lena.goto(at(network));
    await invite(lena, `${network}/invitations`, { name: "Cora", role: "coach", in_city: bilbao }).then(async (link) => {
      await cora.goto(link);
      claim((await words(cora)).includes("You have an account already"), "who is here already only says who she is");
      await fill(cora, "/join", { password: "Cora's long password" });
    });
    for (const [name, city] of [["Lotta", lund], ["Benat", bilbao]]) {
      await lena.goto(at(network));
      await join(name, await invite(lena, `${network}/invitations`, { name, role: "coordinator", in_city: city }));
    }
    await lena.goto(at(network));
    await invite(lena, `${network}/invitations`, { name: "Otto", role: "observer" }).then((link) => join("Otto", link));
    await lena.goto(at(network));
    await picture(lena, "network");
    await fill(lena, `${network}/programmes`, { title: `Learning to look, ${year}`, year: String(year) });
    const programme = new URL(lena.url()).pathname;
    claim((await lena.locator(".step").count()) === 5, "the programme has five steps");
    claim((await words(lena)).includes(`By 15 June ${year}`) && (await words(lena)).includes(`Before 20 September ${year}`), "with their days, by and before");
    await picture(lena, "programme-new");

    // She moves a day; a day before the last step's is refused at the field, and what she typed stays.
    await lena.goto(at(`${programme}/steps/3`));
    await picture(lena, "step");
    await fill(lena, `${programme}/steps/3`, { due_on: `${year}-01-01`, instructions: "Bring an example along." });
    claim((await lena.textContent("#due_on-wrong")).includes("earlier than the step before"), "a day that cannot be is refused at the field");
    claim((await lena.inputValue("#instructions")) === "Bring an example along.", "what was typed stays");
    await fill(lena, `${programme}/steps/3`, { due_on: `${year}-09-25` });
    claim((await words(lena)).includes(`Before 25 September ${year}`), "the new day stands on the programme");

    // A cluster in each city takes part; the coordinators name the managers, four at most.
    for (const [city, name] of [[lund, "Moving images"], [bilbao, "Animation"]]) {
      await lena.goto(at(programme));
      await fill(lena, `${programme}/clusters`, { in_city: city, name });
    }
    const clusterOf = async (page) => {
      await page.goto(at("/clusters"));
      return new URL(await page.locator(".table-list a").first().getAttribute("href"), house.address).pathname;
    };
    const media = await clusterOf(people.Lotta);
    const animation = await clusterOf(people.Benat);
    for (const [coordinator, cluster, names] of [["Lotta", media, ["Mona", "Mats", "Maja", "Max"]], ["Benat", animation, ["Ane"]]]) {
      for (const name of names) {
        await people[coordinator].goto(at(cluster));
        const link = await invite(people[coordinator], `${cluster}/invitations`, { name, role: "manager", initiative: `${name}'s film office` });
        if (["Mona", "Mats", "Ane"].includes(name)) await join(name, link);
        else people[`${name}'s link`] = link;
      }
    }
    await people.Lotta.goto(at(media));
    await fill(people.Lotta, `${media}/invitations`, { name: "Five", email: "five@example.org", role: "manager" });
    claim((await people.Lotta.textContent("#email-wrong")).includes("no room for one more manager"), "the fifth manager of a city is refused with the reason");
    claim((await people.Lotta.inputValue("#name")) === "Five", "and what was typed stays");
    await picture(people.Lotta, "fifth-manager");
    const play = { people, at, fill, go, words, hidden, picture, somebody, join, media, programme, lund, year };
    await initiatives(play);

    // Step 2: what stays unclear goes to the coaches; what one city asked is answered for all.
    const round = await (async () => {
      await people.Mona.goto(at(media));
      return new URL(await people.Mona.getAttribute("a[href$='/conversations']", "href"), house.address).pathname;
    })();
    await people.Mona.goto(at(round));
    await picture(people.Mona, "questions-empty");
    await fill(people.Mona, round, { text: " " });
    claim((await people.Mona.textContent("#text-wrong")).length > 10, "a question needs words");
    await fill(people.Mona, round, { text: "Do suppliers abroad count as sources?" });
    const question = new URL(people.Mona.url()).pathname;
    claim((await people.Mona.textContent(".seen")).includes("Cora"), "she sees that she and the coach read it");
    for (const reader of ["Hedda", "Lena", "Lotta", "Benat", "Otto", "Mats", "Ane"])
      claim((await people[reader].goto(at(question))).status() === 404, `${reader} does not read what was asked of the coaches`);
    await people.Cora.goto(house.address);
    await picture(people.Cora, "home-asked");
    claim((await words(people.Cora)).includes("Mona asks the coaches"), "the coach finds at home that a question waits");
    await Promise.all([people.Cora.waitForEvent("framenavigated"), people.Cora.click(`a[href='${question}']`)]);
    await people.Cora.fill("form[action$='/remarks'] textarea", "They do, if you learn from them.");
    await Promise.all([people.Cora.waitForEvent("framenavigated"), people.Cora.click("button[value=resolve]")]);
    claim((await words(people.Cora)).includes("resolved"), "answered and resolved");
    await people.Mona.goto(house.address);
    claim((await words(people.Mona)).includes("Cora has written to you"), "she finds at home that there is an answer");
    await picture(people.Mona, "home-answered");
    await fill(people.Cora, `${question}/tell`, { question: "Do partners abroad count as sources?", answer: "They do, if one learns from them." });
    await people.Cora.goto(at(question));
    await picture(people.Cora, "question-coach");
    await people.Ane.goto(at(`${programme}/answers`));
    claim((await words(people.Ane)).includes("partners abroad") && !(await words(people.Ane)).includes("Mona"), "another city reads the answer, not who asked");
    await picture(people.Ane, "answers-for-all");

    // The managers fill in; one sends.
    for (const name of ["Mona", "Mats", "Ane"]) {
      const page = people[name];
      await page.goto(house.address);
      await Promise.all([page.waitForEvent("framenavigated"), page.click("button.start-A")]);
      await page.waitForLoadState();
      const table = new URL(page.url()).pathname;
      await page.goto(at(`${table}/tasks/A1`));
      await page.fill("#notes", `- ${name} knows about eighty firms`);
      await Promise.all([page.waitForEvent("framenavigated"), page.click("button.go[name=then]")]);
      people[`${name}'s table`] = table;
    }
    for (const reader of ["Hedda", "Lena", "Cora", "Lotta", "Benat", "Otto", "Mats", "Ane"])
      claim(await hidden(people[reader], people["Mona's table"]), `${reader} does not read a table that is not sent`);
    await people.Mona.goto(at(`${people["Mona's table"]}/check`));
    await Promise.all([people.Mona.waitForEvent("framenavigated"), people.Mona.click("form[action$='/send'] button")]);
    claim(!(await hidden(people.Cora, people["Mona's table"])), "the coach reads it once it is sent");
    for (const reader of ["Hedda", "Lena", "Lotta", "Benat", "Otto", "Mats", "Ane"])
      claim(await hidden(people[reader], people["Mona's table"]), `${reader} does not read it even then`);

    // The coach asks back on an answer; the manager sees it in the list and on the page, and it outlives a change of the answer.
    await people.Cora.goto(at(`${people["Mona's table"]}/tasks/A1`));
    await people.Cora.click("a[href*='/conversations?']");
    await fill(people.Cora, round, { text: "Which of the eighty matter most?" });
    await people.Mona.goto(at(people["Mona's table"]));
    claim((await people.Mona.locator(".talk-open").count()) === 1, "the task list says where something is open");
    await picture(people.Mona, "home-with-question");
    await people.Mona.goto(at(`${people["Mona's table"]}/tasks/A1`));
    claim((await words(people.Mona)).includes("Which of the eighty"), "and so does the page of the task");
    claim(!(await people.Mona.isVisible("[data-offer]")), "what was sent by the button is not offered as unsaved");
    await picture(people.Mona, "task-with-question");
    await people.Mona.fill("#notes", "- ninety firms, three of them large");
    await Promise.all([people.Mona.waitForEvent("framenavigated"), people.Mona.click("button.go[name=then]")]);
    await people.Mona.goto(at(`${people["Mona's table"]}/tasks/A1`));
    await people.Mona.click(".talk a");
    await people.Mona.waitForSelector(".remarks");
    claim((await words(people.Mona)).includes("changed since this began"), "what was asked outlives the change of the answer");

    // Step 4: the day is planned; what there is to talk about comes from the tables that may be read.
    const visit = round.replace("/conversations", "/visit");
    await people.Lotta.goto(at(visit));
    await fill(people.Lotta, visit, { on_day: `${year}-10-07`, where: "The old dockyard", timetable: "9:30 Welcome\n10:15 What others do\n12:00 Lunch\n13:30 Table by table" });
    claim((await people.Lotta.locator(".timetable li").count()) === 4 && (await words(people.Lotta)).includes("09:30"), "the coordinator plans the day");
    claim(!(await words(people.Lotta)).includes("ninety firms"), "and reads no table there");
    await picture(people.Lotta, "visit-coordinator");
    await people.Cora.goto(at(`${people["Mona's table"]}/tasks/A1`));
    await fill(people.Cora, `${people["Mona's table"]}/tasks/A1/note`, { note: "Ask which of them export." });
    await people.Mona.goto(at(`${people["Mona's table"]}/tasks/A1`));
    claim(!(await words(people.Mona)).includes("export"), "what the coach notes is not for the manager");
    await people.Cora.goto(at(visit));
    claim((await words(people.Cora)).includes("Ask which of them export."), "the coach finds it in the visit");
    await picture(people.Cora, "visit-coach");
    const before = Date.now();
    const pack = await people.Cora.request.get(at(`${visit}.docx`));
    claim(pack.status() === 200 && Date.now() - before < 20000, "and takes it along as a document");
    for (const reader of ["Benat", "Otto", "Ane"])
      claim(await hidden(people[reader], visit), `${reader} does not see the visit`);

    // Step 5: from what the table found to a summary in one's own words, which the coach reads once it is handed in.
    const closing = `${people["Mona's table"]}/closing`;
    const demand = { id: "d1", text: "Editors leave for the capital", weight: 4, mechanisms: ["matching"], scale: "national" };
    const saved = await people.Mona.request.post(at(`${people["Mona's table"]}/tasks/A_sum`), { data: { revision: 0, standing: "answered", facets: { demands: [demand] } } });
    claim(saved.status() === 200, "a demand nobody answers yet");
    await people.Mona.goto(at(closing));
    await picture(people.Mona, "closing-empty");
    await people.Mona.click("button[value=hand_in]");
    await people.Mona.waitForSelector("#issues-wrong");
    claim((await people.Mona.textContent("#issues-wrong")).includes("nothing to hand in"), "an empty summary is not handed in");
    await people.Mona.locator("input[name='take/-']").first().check();
    await Promise.all([people.Mona.waitForEvent("framenavigated"), people.Mona.click("button[value=take_over]")]);
    await people.Mona.waitForLoadState();
    claim((await people.Mona.inputValue("#issues")).startsWith("- "), "what was ticked is written in");
    claim((await people.Mona.inputValue("#solutions")).includes("?"), "with the question it asks");
    await people.Mona.fill("#lessons", "one two three");
    claim((await people.Mona.textContent("#lessons-words")).startsWith("3 words"), "words are counted while one writes");
    await picture(people.Mona, "closing-begun");
    claim(await hidden(people.Cora, closing), "the coach does not read it before it is handed in");
    await people.Mona.goto(at(closing));
    await Promise.all([people.Mona.waitForEvent("framenavigated"), people.Mona.click("button[value=hand_in]")]);
    await people.Mona.waitForLoadState();
    claim((await words(people.Mona)).includes("Handed in on"), "it is handed in");
    for (const reader of ["Hedda", "Lena", "Lotta", "Benat", "Otto", "Mats", "Ane"])
      claim(await hidden(people[reader], closing), `${reader} does not read the summary`);
    await people.Cora.goto(at(`${programme}/cities/${lund}`));
    await people.Cora.click("a[href$='/closing']");
    await people.Cora.waitForSelector(".closing-files");
    claim((await words(people.Cora)).includes("Key issues"), "the coach reads it, from the city's page");
    await picture(people.Cora, "closing-coach");

    // Mats sends, too, and sees another stage: where the two differ is what the day is about.
    for (const [name, stage] of [["Mona", "maturity"], ["Mats", "decline"]]) {
      const answer = await people[name].request.post(at(`${people[`${name}'s table`]}/tasks/A8`), { data: { revision: 0, standing: "answered", facets: { stage } } });
      claim(answer.status() === 200, `${name} says which stage the cluster is in`);
    }
    const sends = async (name) => {
      await people[name].goto(at(`${people[`${name}'s table`]}/check`));
      await Promise.all([people[name].waitForEvent("framenavigated"), people[name].click("form[action$='/send'] button")]);
      await people[name].waitForLoadState();
    };
    await people.Cora.goto(at(visit));
    claim((await words(people.Cora)).includes("Mats") && (await people.Cora.locator(".said-by").count()) === 0, "while one table is open there is nothing to lay side by side");
    await sends("Mats");
    await people.Cora.goto(at(visit));
    const said = await people.Cora.locator(".said-by").allTextContents();
    claim(said.some((one) => one.includes("Mona") && one.includes("Maturity") && one.includes("Mats") && one.includes("Decline")), "both stages stand side by side, each under its name");
    await picture(people.Cora, "visit-two-tables");
    await people.Mats.goto(at(`${people["Mats's table"]}/closing`));
    await people.Mats.fill("#issues", "- Two studios have merged");
    await go(people.Mats, people.Mats.locator("button[value=save]"));
    claim(await hidden(people.Cora, `${people["Mats's table"]}/closing`), "a summary that is only saved is read by nobody, though the table is sent");
    const paper = await people.Cora.request.get(at(`${visit}.pdf`), { timeout: 180_000 });
    claim(paper.status() === 200 && (await paper.body()).subarray(0, 4).toString() === "%PDF", "the pack of two tables is a PDF, too");

    // The other city does the same: its coordinator plans the day, its manager sends and sums up.
    await people.Benat.goto(at(animation));
    const days = new URL(await people.Benat.getAttribute("a[href$='/visit']", "href"), house.address).pathname;
    await people.Benat.goto(at(days));
    await fill(people.Benat, days, { on_day: `${year}-10-20`, where: "The old school", timetable: "10:00 Welcome" });
    claim((await words(people.Benat)).includes(`this step ends on 14 October ${year}`), "a day after the step's last one is said to be one");
    await picture(people.Benat, "visit-late");
    await sends("Ane");
    await people.Cora.goto(at(days));
    claim((await words(people.Cora)).includes("The old school"), "the coach of both cities finds the day of the other one");
    const other = `${people["Ane's table"]}/closing`;
    await people.Ane.goto(at(other));
    await people.Ane.fill("#issues", "- One studio takes all orders");
    await people.Ane.fill("#lessons", "Ask the small ones first.");
    await Promise.all([people.Ane.waitForEvent("framenavigated"), people.Ane.click("button[value=hand_in]")]);
    await people.Ane.waitForLoadState();
    for (const reader of ["Hedda", "Lena", "Lotta", "Benat", "Otto", "Mona", "Mats"]) claim(await hidden(people[reader], other), `${reader} does not read Bilbao's summary`);
    claim(!(await hidden(people.Cora, other)), "its coach does");

    // The overview, as each of them sees it.
    await lena.goto(at(programme));
    const overview = await lena.locator("table.counts tbody tr").allTextContents();
    claim(overview.some((line) => line.includes("Bilbao") && line.includes("1 of at most 4")) && overview.some((line) => line.includes("Lund") && line.includes("2 of at most 4")), "the lead sees how far the cities are");
    const cells = await lena.locator("table.counts tbody tr:has-text('Lund') td").allTextContents();
    claim(JSON.stringify(cells) === JSON.stringify(["2 of at most 4", "2 of 2", "1", "2 of 2", "1 of 1", "1 of 2"]), `step by step: ${cells}`);
    await picture(lena, "programme-lead");
    await people.Ane.goto(at(programme));
    claim(!(await words(people.Ane)).includes("Lund"), "a manager sees her own city only");
    await people.Otto.goto(at(programme));
    claim((await people.Otto.locator("tbody a").count()) === 0, "an observer opens no city");
    await people.Cora.goto(at(`${programme}/cities/${lund}`));
    claim((await people.Cora.locator("table.states tbody td").count()) === 64, "the coach sees the state of 32 tasks of each table");
    await picture(people.Cora, "city-coach");
    await people.Lotta.goto(at(`${programme}/cities/${lund}`));
    claim((await people.Lotta.locator("table.states").count()) === 0, "the coordinator sees progress, not text");
    await picture(people.Lotta, "city-coordinator");

    // Mona opens her table to the city, and closes it again; her choices may be counted beside those of other cities.
    const mona = people.Mona;
    await mona.goto(house.address);
    const shared = new URL(await mona.getAttribute(".table-list a", "href"), house.address).pathname;
    claim(await hidden(people.Lotta, shared), "the coordinator reads no table that is not open to the city");
    await mona.goto(at(`${shared}/sharing`));
    await picture(mona, "sharing");
    const decide = async (city) => {
      await mona.setChecked("[name=with_city]", city);
      await mona.setChecked("[name=compared]", true);
      await Promise.all([mona.waitForEvent("framenavigated"), mona.click(`form[action='${shared}/sharing'] button`)]);
      await mona.waitForLoadState();
    };
    await decide(true);
    claim((await words(mona)).includes("open to your city"), "she reads what she decided");
    claim((await mona.textContent(".seen")).includes("Lotta"), "and who reads it now");
    await picture(mona, "sharing-city");
    claim((await people.Lotta.goto(at(shared))).status() === 200, "the coordinator reads it");
    await mona.goto(at(`${programme}/comparison`));
    claim((await words(mona)).includes("One sent table may be counted"), "one table is too few to be compared");
    await picture(mona, "comparison-too-few");
    await mona.goto(at(`${shared}/sharing`));
    await decide(false);
    claim(await hidden(people.Lotta, shared), "closed again, it is read no more");

    // Mona hands over to Nora, and Maja comes late; then the summaries of all of them are taken along.
    await handedOver({ ...play, city: "Lund · Moving images", question, visit });
    for (const [name, text, then] of [["Nora", "- The archive stays closed", "hand_in"], ["Maja", "- Nobody films in winter", "save"]]) {
      await people[name].goto(at(`${people[`${name}'s table`]}/closing`));
      await people[name].fill("#issues", text);
      await go(people[name], people[name].locator(`button[value=${then}]`));
    }
    await closings(play, [
      {
        city: "Lund",
        cluster: "Moving images",
        people: ["Mona", "Mats", "Maja", "Nora", "Lotta"],
        summaries: [
          { name: "Mona", own: "Editors leave for the capital", readers: ["Mona", "Mats", "Nora", "Cora"] },
          { name: "Mats", own: "Two studios have merged", readers: ["Mats"] },
          { name: "Nora", own: "The archive stays closed", readers: ["Nora", "Mats", "Cora"] },
          { name: "Maja", own: "Nobody films in winter", readers: ["Maja"] },
        ],
      },
      { city: "Bilbao", cluster: "Animation", people: ["Ane", "Benat"], summaries: [{ name: "Ane", own: "One studio takes all orders", readers: ["Ane", "Cora"] }] },
    ]);

    // Mats leaves: what his role allowed is gone with the next request.
    await people.Mats.goto(at(media));
    await people.Mats.click("summary:has-text('End: Mats')");
    await picture(people.Mats, "role-ends");
    await Promise.all([people.Mats.waitForEvent("framenavigated"), people.Mats.click("button:has-text('End the role')")]);
    claim(await hidden(people.Mats, programme), "who has left sees the programme no more");
  } finally {
    await window.close();
    await house.stop();
    house.clean();
  }
});
