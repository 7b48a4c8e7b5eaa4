// The two boxes that put a decision before the person: text that was not saved, and two texts for one answer.
import { clock } from "./answer_form";

export interface Said {
  label: string;
  text: string;
}

function element<K extends keyof HTMLElementTagNameMap>(kind: K, words: string, inside: HTMLElement): HTMLElementTagNameMap[K] {
  const made = document.createElement(kind);
  made.textContent = words;
  inside.append(made);
  return made;
}

function button(words: string, kind: string, inside: HTMLElement, pressed: () => void): void {
  const made = element("button", words, inside);
  made.type = "button";
  made.className = kind;
  made.addEventListener("click", pressed);
}

function paragraphs(parts: Said[], inside: HTMLElement): void {
  for (const part of parts) {
    element("p", part.label, inside).className = "said-label";
    element("p", part.text, inside).className = "said-text";
  }
}

export function offer(form: HTMLFormElement, at: Date, parts: Said[], take: () => void, drop: () => void): void {
  // Above the form, where a page has several.
  const before = form.previousElementSibling;
  const box = before instanceof HTMLElement && before.matches("[data-offer]") ? before : document.querySelector<HTMLElement>("[data-offer]");
  if (!box) return;
  box.replaceChildren();
  element("h2", `${box.dataset["heading"] ?? ""} (${clock(at)})`, box);
  paragraphs(parts, box);
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  const close = (then: () => void) => () => {
    box.hidden = true;
    then();
    form.querySelector<HTMLElement>("textarea, input:not([type=hidden])")?.focus();
  };
  button(box.dataset["take"] ?? "", "go", buttons, close(take));
  button(box.dataset["drop"] ?? "", "plain", buttons, close(drop));
  box.append(buttons);
  box.hidden = false;
}

export function showConflict(form: HTMLFormElement, stored: Said[], yours: Said[], keep: () => void, takeOther: () => void): void {
  form.querySelector("[data-conflict-box]")?.remove();
  const words = form.dataset;
  const box = document.createElement("section");
  box.className = "conflict";
  box.dataset["conflictBox"] = "";
  box.tabIndex = -1;
  box.setAttribute("role", "alert");
  element("h2", words["conflictHeading"] ?? "", box);
  element("p", words["conflictWhat"] ?? "", box);
  const sides = document.createElement("div");
  sides.className = "sides";
  for (const [heading, parts, name] of [
    [words["conflictStored"] ?? "", stored, "theirs"],
    [words["conflictYours"] ?? "", yours, "mine"],
  ] as const) {
    const side = document.createElement("div");
    side.className = name;
    element("h3", heading, side);
    paragraphs(parts, side);
    sides.append(side);
  }
  box.append(sides);
  const buttons = document.createElement("div");
  buttons.className = "buttons";
  const close = (then: () => void) => () => {
    box.remove();
    then();
  };
  button(words["conflictKeep"] ?? "", "go", buttons, close(keep));
  button(words["conflictTake"] ?? "", "plain", buttons, close(takeOther));
  box.append(buttons);
  form.prepend(box);
  box.focus();
}

// What stands in the form, as a person reads it.
export function saidIn(form: HTMLFormElement): Said[] {
  const said: Said[] = [];
  const nameOf = (input: HTMLElement) => input.closest(".field, fieldset")?.querySelector(".label")?.textContent?.trim() ?? "";
  for (const input of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")) {
    if (input instanceof HTMLInputElement && ["hidden", "radio", "checkbox"].includes(input.type)) {
      if (input.type === "hidden" || !input.checked || input.value === "") continue;
      said.push({ label: nameOf(input), text: input.closest("label")?.textContent?.trim() ?? input.value });
    } else if (input.value.trim() !== "") {
      said.push({ label: nameOf(input), text: input.value });
    }
  }
  return said;
}
