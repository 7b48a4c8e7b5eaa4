// A form that its button saves. What is typed is kept in this browser, and offered back where it does not stand on the
// page: the window was closed on it, or it was sent and did not arrive.
import type { Fields } from "./answer_form";
import { offer } from "./boxes";
import { forget, forgetSent, keep, kept, type Sent } from "./draft";

const plain = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

function watch(form: HTMLFormElement): void {
  const texts = Array.from(form.querySelectorAll("textarea"));
  // What the texts were typed on and in.
  const beside = Array.from(form.querySelectorAll<HTMLInputElement>("[name=revision], [name=note_revision], [name=language]"));
  const typed = (): Fields => [...beside, ...texts].map((field): [string, string] => [field.name, field.value]);
  // What stands on the page, not what a browser put into its fields when it came back to it.
  const stands = (was: Map<string, string>, sent?: Sent): boolean =>
    texts.every((text) => {
      const before = plain(was.get(text.name) ?? "");
      const now = plain(text.defaultValue);
      return now === before || (sent === "to_be_added_to" && now.startsWith(before));
    });

  let undecided = false;
  let typedSince = false;
  form.addEventListener("input", () => {
    undecided = false;
    typedSince = true;
    keep(form, typed());
  });
  form.addEventListener("submit", (event) => {
    if (!undecided) keep(form, typed(), event.submitter?.dataset["adds"] === undefined ? "as_it_is" : "to_be_added_to");
  });

  // It came back to be put right, so it was not saved.
  if (form.dataset["refused"] !== undefined || document.querySelector("[data-flaws]")) return keep(form, typed());
  const draft = kept(form);
  if (!draft) return;
  const was = new Map(draft.fields);
  const labelOf = (text: HTMLTextAreaElement): string => text.closest(".field")?.querySelector(".label")?.textContent?.trim() ?? "";
  const parts = texts.map((text) => ({ label: labelOf(text), text: was.get(text.name) ?? "" })).filter((part) => part.text.trim() !== "");
  if (parts.length === 0 || stands(was, draft.sent)) return forget(form);
  undecided = true;
  offer(
    form,
    new Date(draft.at),
    parts,
    () => {
      // On the revision it was typed on: where another text was saved since, saving it shows both.
      for (const field of beside) field.value = was.get(field.name) ?? field.value;
      for (const text of texts) {
        // What was typed while the offer stood there comes behind it.
        const since = typedSince && text.value !== text.defaultValue ? text.value : "";
        text.value = [was.get(text.name) ?? "", since].filter((part) => part.trim() !== "").join("\n\n");
        text.lang = beside.find((field) => field.name === "language")?.value ?? text.lang;
      }
      for (const text of texts) text.dispatchEvent(new Event("input", { bubbles: true }));
    },
    () => {
      undecided = false;
      if (typedSince) keep(form, typed());
      else forget(form);
    },
  );
}

export function keepTyped(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-arrived]")) forgetSent(place.dataset["arrived"] ?? "");
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) watch(form);
}
