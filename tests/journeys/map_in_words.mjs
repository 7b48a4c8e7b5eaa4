// What the map and the triangle draw, held against their words; and that a drawing which says something else is noticed.
import { readFileSync } from "node:fs";
import { claim } from "./house.mjs";

// What the pages say in the language they are read in, by its key.
const spoken = new Map();
async function sayings(page) {
  const language = await page.evaluate(() => document.documentElement.lang);
  if (!spoken.has(language)) {
    const lines = readFileSync(`data/words/${language}.yaml`, "utf8").matchAll(/^(fit\.[\w.]+): "(.*)"$/gm);
    spoken.set(language, Object.fromEntries([...lines].map(([, key, words]) => [key, words])));
  }
  return spoken.get(language);
}

// What the drawing shows, and what the words beside it say: the same things, the same links, what becomes of each problem,
// the same points at the same places, neither more nor less. Forms are left aside: whoever may write finds every name in their
// choices, whatever the words say.
export async function compare(page, name) {
  const wrong = await page.evaluate((say) => {
    const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
    const apart = (what, drawn, said) => {
      const left = [...said];
      const only = drawn.filter((one) => {
        const at = left.indexOf(one);
        if (at >= 0) left.splice(at, 1);
        return at < 0;
      });
      return [...only.map((one) => `${what} "${one}" is only drawn`), ...left.map((one) => `${what} "${one}" is only said`)];
    };
    const marks = { demand: "A", instrument: "B", practice: "C" };
    const thing = new Map();
    const loose = [];
    const gaps = [];
    for (const element of document.querySelectorAll("[data-thing]")) {
      const name = text(element.querySelector("span"));
      thing.set(element.dataset.row, name);
      if (element.classList.contains("loose")) loose.push(`${marks[element.dataset.thing]} ${name}`);
      // A mark leads to what is said of the very thing it stands at, and says in words what it is.
      for (const gap of element.querySelectorAll("[data-gap]")) {
        const finding = document.querySelector(gap.getAttribute("href"));
        if (!finding?.textContent.includes(name)) gaps.push(`the mark at "${name}" leads elsewhere`);
        else if (text(finding.closest(".kind").querySelector("h3")).indexOf(text(gap)) !== 0 || !text(gap)) gaps.push(`the mark at "${name}" says "${text(gap)}"`);
        else gap.dataset.leads = "";
      }
    }
    // Every kind of break has a mark at each thing it is about.
    for (const finding of document.querySelectorAll(".by-kind .finding")) {
      const about = [...document.querySelectorAll("[data-thing]")].filter((element) => finding.textContent.includes(text(element.querySelector("span"))));
      const kind = text(finding.closest(".kind").querySelector("h3")).replace(/ \(\d+\)$/, "");
      if (!about.some((element) => [...element.querySelectorAll("[data-gap]")].some((gap) => text(gap) === kind))) gaps.push(`"${kind}" has no mark at ${about.map((element) => text(element)).join(", ")}`);
    }
    // Links, as the sentences of the outline say them; the sentence of a link is the one the drawing's own form would ask.
    const ask = document.querySelector("[data-sentence]").dataset;
    const drawn = new Map();
    for (const line of document.querySelectorAll(".map-lines [data-from]")) {
      const { kind, from, to } = line.dataset;
      const sentence = ask[kind].replace("@from", () => thing.get(from)).replace("@to", () => thing.get(to));
      drawn.set(`${kind} ${from} ${to}`, `${sentence.replace(/\s+/g, " ").trim()} ${line.classList.contains("partly") ? "partly" : "directly"}`);
    }
    const links = document.querySelector(".in-words .links-there");
    const said = [...(links?.children ?? [])].map((item) => {
      const partly = item.querySelector("span:first-child > .soft");
      const words = text(item.querySelector("span:first-child"));
      return partly ? `${words.slice(0, words.length - text(partly).length).trim()} partly` : `${words} directly`;
    });
    const looseSaid = [...document.querySelectorAll(".loose-list li")].map((item) => `${text(item.querySelector(".mark"))} ${text(item).slice(text(item.querySelector(".mark")).length).trim()}`);
    // Every thing stands in the outline: in a link, among the loose ones, or as a problem.
    const words = [...said, ...looseSaid, ...[...document.querySelectorAll(".chain-text")].map(text)];
    const unsaid = [...thing.values()].filter((one) => !words.some((line) => line.includes(one)));
    const problems = [...document.querySelectorAll("[data-thing=demand] > span")].map(text);
    const dots = [...document.querySelectorAll(".ternary .letter")].map(text);
    const placed = [...document.querySelectorAll(".lean li .mark")].map((mark) => text(mark)).filter((mark) => dots.includes(mark));
    // What becomes of a problem: its class, its words, what they name of policy and practice, and what the drawn links come to.
    const lines = [...document.querySelectorAll(".map-lines [data-from]")].map((line) => ({ ...line.dataset, strength: line.classList.contains("partly") ? 0.5 : 1 }));
    const carried = (instrument) => Math.max(0, ...lines.filter((one) => one.kind === "carries" && one.to === instrument).map((one) => one.strength));
    const becomes = (demand) => {
      const to = lines.filter((one) => one.to === demand);
      const through = Math.max(0, ...to.filter((one) => one.kind === "addresses").map((one) => Math.min(one.strength, carried(one.from))));
      const met = Math.max(0, ...to.filter((one) => one.kind === "meets").map((one) => one.strength));
      if (through > 0 && through >= met) return "carried_through";
      if (met > 0) return "from_below";
      return to.length > 0 ? "on_paper" : "unanswered";
    };
    const standings = ["carried_through", "on_paper", "from_below", "unanswered"];
    const demands = [...document.querySelectorAll("[data-thing=demand]")].map((element) => element.dataset.row);
    const chains = [...document.querySelectorAll(".chain")].flatMap((chain, at) => {
      const shown = standings.filter((one) => chain.classList.contains(one)).join(" ");
      const told = text(chain.querySelector(".chain-says > strong"));
      const gaps = [...chain.querySelectorAll(".chain-part")].map((part) => part.classList.contains("gap"));
      const [policy, practice] = gaps.map((gap) => !gap);
      const [needs, lacks] = { carried_through: [policy && practice, false], on_paper: [policy, practice], from_below: [practice, false], unanswered: [true, policy || practice] }[shown] ?? [false, true];
      return [
        ...(told === say[`fit.standing.${shown}`] ? [] : [`problem ${at + 1} is drawn as ${shown} and said to be “${told}”`]),
        ...(becomes(demands[at]) === shown ? [] : [`problem ${at + 1} is ${shown}, its links come to ${becomes(demands[at])}`]),
        ...(gaps.length === 2 && needs && !lacks ? [] : [`problem ${at + 1} is ${shown} and what is named beside it is not`]),
      ];
    });
    // Where a point lies, by how near it is to each corner, and the corner by the word that stands at it. The words name the
    // nearest first, a second where it has a tenth or more.
    const side = document.querySelector(".ternary .side");
    const corners = side ? [...side.getAttribute("d").matchAll(/[ML]?(\d+) (\d+)|H(\d+)/g)].map(([, x, y, h]) => [Number(x ?? h), y ? Number(y) : undefined]) : [];
    if (side) corners[2][1] = corners[1][1];
    const named = corners.map(([x, y]) => {
      const away = (label) => Math.hypot(label.getAttribute("x") - x, label.getAttribute("y") - y);
      return text([...document.querySelectorAll(".ternary text:not(.letter)")].sort((a, b) => away(a) - away(b))[0]);
    });
    const points = [...document.querySelectorAll(".ternary use")].flatMap((point, at) => {
      const letter = document.querySelectorAll(".ternary .letter")[at];
      const [x, y] = ["x", "y"].map((of) => Number(point.getAttribute(of)));
      const mark = text(letter);
      if (!point.classList.contains(`vertex-${mark}`) || point.getAttribute("href") !== `#shape-${mark}` || Number(letter.getAttribute("x")) !== x || Number(letter.getAttribute("y")) !== y) return [`the point ${mark} is not where its letter is`];
      const [[ax, ay], [bx, by], [cx, cy]] = corners;
      const whole = (by - cy) * (ax - cx) + (cx - bx) * (ay - cy);
      const first = ((by - cy) * (x - cx) + (cx - bx) * (y - cy)) / whole;
      const second = ((cy - ay) * (x - cx) + (ax - cx) * (y - cy)) / whole;
      const near = [first, second, 1 - first - second];
      const kPixel = 0.006;
      const item = [...document.querySelectorAll(".lean li")].find((one) => one.querySelector(".mark") && text(one.querySelector(".mark")) === mark);
      if (!item) return [];  // told below: a point that is only drawn
      const sentence = text(item).slice(mark.length);
      const told = [0, 1, 2].filter((one) => sentence.includes(named[one])).sort((a, b) => sentence.indexOf(named[a]) - sentence.indexOf(named[b]));
      const rest = [0, 1, 2].filter((one) => !told.includes(one));
      const falls = [...told, ...rest].every((one, place, all) => place === 0 || place > told.length || near[all[place - 1]] >= near[one] - kPixel);
      const all = told.length > 0 && falls && near.every((share) => share > -kPixel) && (told.length > 1 ? near[told[1]] > 0.1 - kPixel : Math.max(...rest.map((one) => near[one])) < 0.1 + kPixel);
      return all ? [] : [`the point ${mark} lies at ${named.map((one, i) => `${one} ${near[i].toFixed(2)}`).join(", ")}, its words say: ${sentence.trim()}`];
    });
    return [
      ...chains,
      ...points,
      ...gaps,
      ...unsaid.map((one) => `"${one}" is only drawn`),
      ...apart("the problem", problems, [...document.querySelectorAll(".chain-text")].map(text)),
      ...apart("the link", [...drawn.values()], said),
      ...apart("the loose", loose, looseSaid),
      ...apart("the point", dots, placed),
    ];
  }, await sayings(page));
  claim(wrong.length === 0, `${name}: ${wrong.join("; ")}`);
}

// The comparison notices what is taken out of the words, of the drawing, or said otherwise in one of them.
export async function compareNotices(page, name) {
  const spoilt = {
    "a link less in words": () => document.querySelector(".links-there > li").remove(),
    "a line less in the drawing": () => {
      const { kind, from, to } = document.querySelector(".map-lines [data-from]").dataset;
      for (const line of document.querySelectorAll(`.map-lines [data-kind="${kind}"][data-from="${from}"][data-to="${to}"]`)) line.remove();
    },
    "another strength": () => document.querySelector(".map-lines [data-from]").classList.toggle("partly"),
    "a loose thing unsaid": () => document.querySelector(".loose-list li").remove(),
    "a problem unsaid": () => document.querySelector(".chain-text").remove(),
    "a name changed": () => (document.querySelector("[data-thing=practice] span").textContent = "Something else"),
    "a mark less": () => document.querySelector("[data-gap=unanswered]").remove(),
    "a mark that leads elsewhere": () => {
      const [one, ...others] = document.querySelectorAll("[data-gap]");
      one.setAttribute("href", others.at(-1).getAttribute("href"));
    },
    "a mark without its word": () => document.querySelector("[data-gap] .hidden-label").remove(),
    "a point less in words": () => document.querySelector(".lean li").remove(),
    "a point elsewhere": () => {
      const [point, letter] = [document.querySelector(".ternary use"), document.querySelector(".ternary .letter")];
      // Into the corner that is furthest from it.
      const [x, y] = [[160, 25], [30, 250], [290, 250]].sort((a, b) => Math.hypot(b[0] - point.getAttribute("x"), b[1] - point.getAttribute("y")) - Math.hypot(a[0] - point.getAttribute("x"), a[1] - point.getAttribute("y")))[0];
      for (const element of [point, letter]) [x, y].forEach((to, i) => element.setAttribute(["x", "y"][i], to));
    },
    "a letter beside its point": () => document.querySelector(".ternary .letter").setAttribute("x", 20),
    "corners that changed places": () => {
      const [above, left] = document.querySelectorAll(".ternary text:not(.letter)");
      [above.textContent, left.textContent] = [left.textContent, above.textContent];
    },
    "a problem drawn otherwise": () => document.querySelector(".chain.on_paper").classList.replace("on_paper", "from_below"),
    "a problem said otherwise": () => (document.querySelector(".chain.on_paper strong").textContent = document.querySelector(".chain.unanswered strong").textContent),
    "a problem both drawn and said otherwise": () => {
      const chain = document.querySelector(".chain.unanswered");
      chain.classList.replace("unanswered", "on_paper");
      chain.querySelector("strong").textContent = document.querySelector(".chain.on_paper strong").textContent;
    },
  };
  for (const [what, spoil] of Object.entries(spoilt)) {
    await page.reload();
    await page.evaluate(spoil);
    const noticed = await compare(page, what).then(() => false, () => true);
    claim(noticed, `${name}: ${what} is noticed`);
  }
  await page.reload();
}

// The lines of the triangle at home, against the words below them: dotted where nothing can be said, in dashes where anything could
// be, the thinnest where it is nothing, the widest where it is everything, and never thinner for more.
async function lines(page) {
  return page.evaluate((say) => {
    const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
    const amounts = ["nothing", "little", "half", "most", "all"].map((one) => say[`fit.amount.${one}`]);
    const between = say["fit.amount.between"].split(/\{\w+\}/);
    const amount = (words) => {
      const range = words.indexOf(between[0]) >= 0 && words.includes(between[2]);
      const there = amounts.map((one, size) => ({ size, at: words.indexOf(one, range ? words.indexOf(between[0]) + between[0].length : 0) })).filter(({ at }) => at >= 0);
      // A word may stand within another: the longest of those that begin first.
      const [first] = there.sort((a, b) => a.at - b.at || amounts[b.size].length - amounts[a.size].length);
      return { said: there.length > 0, range, least: first?.size };
    };
    const drawn = [...document.querySelectorAll(".big-triangle .side")];
    const said = [...document.querySelectorAll(".side-words li")];
    const wrong = [];
    if (drawn.length !== 3 || said.length !== 3) wrong.push(`${drawn.length} lines and ${said.length} sentences`);
    const sides = drawn.map((line, at) => {
      const style = getComputedStyle(line);
      const [name, ...rest] = text(said[at]).split(". ");
      if (text(line.querySelector("title")) !== `${name}: ${rest.join(". ")}`) wrong.push(`the line of ${name} has another title: ${text(line.querySelector("title"))}`);
      return { name, line, width: parseFloat(style.strokeWidth), dashes: style.strokeDasharray, ...amount(rest.join(". ")) };
    });
    for (const { name, width, dashes, said: anything, range, least } of sides) {
      const broken = dashes !== "none";
      if (!anything && !(broken && width < 2)) wrong.push(`${name} cannot be said and is drawn ${width} wide, ${dashes}`);
      if (anything && broken !== (range && least === 0)) wrong.push(`${name} is drawn ${dashes}, its words: ${least} ${range}`);
      if (anything && !range && (width < 2) !== (least === 0)) wrong.push(`${name} is ${width} wide, its amount ${least} of 4`);
      if (anything && (width > 15) !== (least === 4)) wrong.push(`${name} is ${width} wide, its amount ${least} of 4`);
    }
    const whole = sides.filter((side) => side.said && side.dashes === "none");
    for (const one of whole) for (const other of whole) if (one.least < other.least && one.width > other.width) wrong.push(`${one.name} is less than ${other.name} and wider`);
    return { wrong, sides: sides.map(({ name, width, least }) => `${name} ${width} px for ${least ?? "nothing said"}`) };
  }, await sayings(page));
}

export async function compareLines(page, table, name) {
  await page.goto(table);
  const { wrong, sides } = await lines(page);
  claim(wrong.length === 0, `${name}: ${wrong.join("; ")}`);
  return sides;
}

export async function compareLinesNotices(page, table) {
  const spoilt = {
    "everything in the thinnest line": () => document.querySelectorAll(".big-triangle .side").forEach((line) => line.setAttribute("class", "side width-0")),
    "little in the widest": () => document.querySelector(".big-triangle .side").setAttribute("class", "side width-5"),
    "a line in dots": () => document.querySelector(".big-triangle .side").classList.add("unsaid"),
    "a title of another": () => (document.querySelector(".big-triangle .side title").textContent = "Something else"),
    "a line less": () => document.querySelector(".big-triangle .side").remove(),
    "words that cannot be said": () => (document.querySelector(".side-words li").lastChild.textContent = " ?"),
  };
  for (const [what, spoil] of Object.entries(spoilt)) {
    await page.goto(table);
    await page.evaluate(spoil);
    claim((await lines(page)).wrong.length > 0, `at home ${what} is noticed`);
  }
}
