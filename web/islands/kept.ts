// A form that its button saves. What is typed is kept in this browser, and offered back where it does not stand on the
// page: the window was closed on it, or it was sent and did not arrive.
import type { Fields } from "./answer_form";
import { offer } from "./boxes";
import { forget, forgetAt, keep, kept } from "./draft";

const plain = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

function watch(form: HTMLFormElement): void {
  const texts = Array.from(form.querySelectorAll("textarea"));
  const revision = form.querySelector<HTMLInputElement>("[name=revision], [name=note_revision]");
  const typed = (): Fields => [["revision", revision?.value ?? ""], ...texts.map((text): [string, string] => [text.name, text.value])];
  // What stands on the page, not what a browser put into its fields when it came back to it. Below a text that was sent
  // more may have been written.
  const stands = (was: Map<string, string>, sent: boolean): boolean =>
    texts.every((text) => {
      const before = plain(was.get(text.name) ?? "");
      return sent ? plain(text.defaultValue).startsWith(before) : plain(text.defaultValue) === before;
    });

  let undecided = false;
  form.addEventListener("input", () => {
    undecided = false;
    keep(form, typed());
  });
  form.addEventListener("submit", () => {
    if (!undecided) keep(form, typed(), true);
  });

  // It came back to be put right, so it was not saved.
  if (form.dataset["refused"] !== undefined || document.querySelector("[data-flaws]")) return keep(form, typed());
  const draft = kept(form);
  if (!draft) return;
  const was = new Map(draft.fields);
  const labelOf = (text: HTMLTextAreaElement): string => text.closest(".field")?.querySelector(".label")?.textContent?.trim() ?? "";
  const parts = texts.map((text) => ({ label: labelOf(text), text: was.get(text.name) ?? "" })).filter((part) => part.text.trim() !== "");
  if (parts.length === 0 || stands(was, draft.sent ?? false)) return forget(form);
  undecided = true;
  offer(
    form,
    new Date(draft.at),
    parts,
    () => {
      // On the revision it was typed on: where another text was saved since, saving it shows both.
      if (revision) revision.value = was.get("revision") ?? revision.value;
      for (const text of texts) text.value = was.get(text.name) ?? "";
      for (const text of texts) text.dispatchEvent(new Event("input", { bubbles: true }));
    },
    () => {
      undecided = false;
      forget(form);
    },
  );
}

export function keepTyped(): void {
  // What was kept on a page that has no form for it any more.
  for (const place of document.querySelectorAll<HTMLElement>("[data-arrived]")) forgetAt(place.dataset["arrived"] ?? "");
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-keep]")) watch(form);
}
