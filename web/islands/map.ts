// Links drawn on the fit map: from one thing to another with the mouse, or one tap after the other. What is chosen goes
// out as the same form that the lists below the map send, so nothing here is needed to draw a link.

type Kind = "addresses" | "carries" | "meets";
type Thing = { element: HTMLElement; column: string; row: string; text: string };
type Pair = { kind: Kind; from: Thing; to: Thing };

const kPairs: { kind: Kind; from: string; to: string }[] = [
  { kind: "addresses", from: "instrument", to: "demand" },
  { kind: "carries", from: "practice", to: "instrument" },
  { kind: "meets", from: "practice", to: "demand" },
];

function thingAt(target: EventTarget | null): Thing | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-thing]") : null;
  if (!element) return undefined;
  return {
    element,
    column: element.dataset["thing"] ?? "",
    row: element.dataset["row"] ?? "",
    text: element.querySelector("span")?.textContent?.trim() ?? "",
  };
}

// A mark leads to what is said about it, and begins no link.
const onMark = (target: EventTarget | null) => target instanceof Element && target.closest("[data-gap]") !== null;

function pairOf(one: Thing, other: Thing): Pair | undefined {
  for (const { kind, from, to } of kPairs) {
    if (one.column === from && other.column === to) return { kind, from: one, to: other };
    if (other.column === from && one.column === to) return { kind, from: other, to: one };
  }
  return undefined;
}

// The line that is there already: drawn by hand (then it has a link to take back), or said in the table.
function lineOf(map: HTMLElement, pair: Pair): SVGElement | undefined {
  for (const line of map.querySelectorAll<SVGElement>(".map-lines [data-from]")) {
    const { kind, from, to } = line.dataset;
    if (kind === pair.kind && from === pair.from.row && to === pair.to.row) return line;
  }
  return undefined;
}

// What is there is not offered once more, only its other strength.
function offerStrengths(form: HTMLFormElement, line: SVGElement | undefined): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>("[name=strength]")) {
    button.dataset["draw"] ??= button.textContent ?? "";
    button.textContent = (line ? button.dataset["make"] : button.dataset["draw"]) ?? "";
    button.hidden = line?.classList.contains(button.value) ?? false;
  }
  const there = form.querySelector<HTMLElement>("[data-is-there]");
  if (there) there.hidden = line === undefined;
}

function ask(map: HTMLElement, form: HTMLFormElement, pair: Pair): void {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  field("kind").value = pair.kind;
  field("from_row").value = pair.from.row;
  field("to_row").value = pair.to.row;
  const sentence = form.querySelector<HTMLElement>("[data-sentence]");
  if (sentence) {
    const pattern = sentence.dataset[pair.kind] ?? "";
    // Each name once, and not inside the other: a text may hold anything.
    sentence.textContent = pattern.replace(/@from|@to/g, (end) => (end === "@from" ? pair.from.text : pair.to.text));
  }
  const takeBack = form.querySelector<HTMLButtonElement>("[data-take-back]");
  const line = lineOf(map, pair);
  offerStrengths(form, line);
  const link = line?.dataset["link"];
  if (takeBack) {
    takeBack.hidden = link === undefined;
    if (link !== undefined) takeBack.formAction = `${form.action}/${link}/remove`;
  }
  form.hidden = false;
  form.querySelector<HTMLButtonElement>("button:not([hidden])")?.focus();
}

class Rubber {
  private readonly line: SVGLineElement;
  private readonly drawing: SVGSVGElement;

  constructor(private readonly map: HTMLElement) {
    this.drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    this.drawing.classList.add("rubber");
    this.line = document.createElementNS("http://www.w3.org/2000/svg", "line");
    this.drawing.append(this.line);
    map.append(this.drawing);
  }

  stretch(from: HTMLElement, x: number, y: number): void {
    const frame = this.map.getBoundingClientRect();
    const box = from.getBoundingClientRect();
    const startX = x > box.right ? box.right : box.left;
    this.line.setAttribute("x1", String(startX - frame.left));
    this.line.setAttribute("y1", String(box.top + box.height / 2 - frame.top));
    this.line.setAttribute("x2", String(x - frame.left));
    this.line.setAttribute("y2", String(y - frame.top));
  }

  remove(): void {
    this.drawing.remove();
  }
}

function watch(map: HTMLElement, form: HTMLFormElement): void {
  let chosen: Thing | undefined;
  let rubber: Rubber | undefined;
  const forget = () => {
    chosen = undefined;
    rubber?.remove();
    rubber = undefined;
    for (const element of map.querySelectorAll(".chosen, .may")) element.classList.remove("chosen", "may");
  };
  const choose = (thing: Thing) => {
    forget();
    chosen = thing;
    thing.element.classList.add("chosen");
    for (const element of map.querySelectorAll<HTMLElement>("[data-thing]")) {
      const other = thingAt(element);
      if (other && pairOf(thing, other)) element.classList.add("may");
    }
  };
  const meet = (thing: Thing | undefined) => {
    const pair = chosen && thing ? pairOf(chosen, thing) : undefined;
    forget();
    if (pair) ask(map, form, pair);
    return pair !== undefined;
  };

  map.addEventListener("click", (event) => {
    const thing = thingAt(event.target);
    if (!thing || onMark(event.target)) return forget();
    if (chosen?.element === thing.element) return forget();
    if (!meet(thing)) choose(thing);
  });
  map.addEventListener("pointerdown", (event) => {
    const thing = thingAt(event.target);
    if (event.pointerType === "touch" || event.button !== 0 || !thing || onMark(event.target)) return;
    const away = (moved: PointerEvent) => {
      if (!rubber) {
        if (Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) < 6) return;
        choose(thing);
        rubber = new Rubber(map);
      }
      moved.preventDefault();
      rubber.stretch(thing.element, moved.clientX, moved.clientY);
    };
    document.addEventListener("pointermove", away);
    document.addEventListener(
      "pointerup",
      (up) => {
        document.removeEventListener("pointermove", away);
        if (rubber) meet(thingAt(document.elementFromPoint(up.clientX, up.clientY)));
      },
      { once: true },
    );
  });
  form.querySelector("[data-never-mind]")?.addEventListener("click", () => {
    form.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      forget();
      form.hidden = true;
    }
  });
}

export function watchMap(): void {
  const map = document.querySelector<HTMLElement>("[data-map]");
  const form = document.querySelector<HTMLFormElement>("[data-map-choice]");
  if (!map || !form) return;
  const lead = document.querySelector<HTMLElement>("[data-map-lead]");
  if (lead) lead.hidden = false;
  map.classList.add("can-draw");
  watch(map, form);
}
