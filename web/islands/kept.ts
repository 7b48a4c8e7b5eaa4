// A form that its button saves. What is typed is kept in this browser, and offered back where it does not stand on the
// page: the window was closed on it, or it was sent and did not arrive.
import type { Fields } from "./answer_form";
import { offer } from "./boxes";
import { forget, forgetSent, keep, keepDraft, kept, type Draft, type Sent } from "./draft";

const plain = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

type Text = HTMLTextAreaElement | HTMLInputElement;

function watch(form: HTMLFormElement): void {
  const texts = Array.from(form.querySelectorAll<Text>("textarea, input[type=text], input[type=date]"));
  // What the texts were typed on and in.
  const beside = Array.from(form.querySelectorAll<HTMLInputElement>("[name=revision], [name=note_revision], [name=language]"));
  const typed = (): Fields => [...beside, ...texts].map((field): [string, string] => [field.name, field.value]);
  // What stands on the page, not what a browser put into its fields when it came back to it.
  const stands = (fields: Fields, sent?: Sent): boolean => {
    const was = new Map(fields);
    return texts.every((text) => {
      const before = plain(was.get(text.name) ?? "");
      const now = plain(text.defaultValue);
      return now === before || (sent === "to_be_added_to" && now.startsWith(before));
    });
  };
  // Both, where somebody typed while something older was still offered.
  const joined = (draft: Draft): Map<string, string> => {
    const was = new Map(draft.fields);
    const since = new Map(draft.since ?? []);
    for (const text of texts) {
      const more = since.get(text.name) ?? "";
      if (!(text instanceof HTMLTextAreaElement) || plain(more) === plain(text.defaultValue)) continue;
      was.set(text.name, [was.get(text.name) ?? "", more].filter((part) => part.trim() !== "").join("\n\n"));
    }
    return was;
  };

  let offered: Draft | undefined;
  const note = (sent?: Sent): void => (offered ? keepDraft(form, { ...offered, since: typed() }) : keep(form, typed(), sent));
  let typedSince = false;
  form.addEventListener("input", () => {
    typedSince = true;
    note();
  });
  form.addEventListener("submit", (event) => {
    if (!offered || typedSince) note(event.submitter?.dataset["adds"] === undefined ? "as_it_is" : "to_be_added_to");
  });

  // It came back to be put right, so it was not saved.
  if (form.dataset["refused"] !== undefined || document.querySelector("[data-flaws]")) return keep(form, typed());
  let draft = kept(form);
  if (draft?.since && stands(draft.since)) draft = { at: draft.at, fields: draft.fields, sent: draft.sent };
  if (!draft) return;
  const was = joined(draft);
  const labelOf = (text: Text): string => text.closest(".field")?.querySelector(".label")?.textContent?.trim() ?? "";
  const parts = texts.map((text) => ({ label: labelOf(text), text: was.get(text.name) ?? "" })).filter((part) => part.text.trim() !== "");
  if (parts.length === 0 || stands([...was], draft.sent)) return forget(form);
  offered = { at: draft.at, fields: [...was], sent: draft.sent };
  offer(
    form,
    new Date(draft.at),
    parts,
    () => {
      // On the revision it was typed on: where another text was saved since, saving it shows both.
      for (const field of beside) field.value = was.get(field.name) ?? field.value;
      const both = joined({ at: 0, fields: [...was], since: typedSince ? typed() : undefined });
      offered = undefined;
      form.closest("details")?.setAttribute("open", "");
      for (const text of texts) {
        text.value = both.get(text.name) ?? "";
        text.lang = beside.find((field) => field.name === "language")?.value ?? text.lang;
      }
      for (const text of texts) text.dispatchEvent(new Event("input", { bubbles: true }));
    },
    () => {
      offered = undefined;
      if (typedSince) keep(form, typed());
      else forget(form);
    },
  );
}

export function keepTyped(): void {
  for (const place of document.querySelectorAll<HTMLElement>("[data-arrived]")) forgetSent(place.dataset["arrived"] ?? "");
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) watch(form);
}
