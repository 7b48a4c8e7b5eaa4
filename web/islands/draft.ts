// What is typed and not yet saved, kept in this browser until the server has it. Of whoever is signed in: others who use
// the same browser are not offered it.
import type { Fields } from "./answer_form";

export interface Draft {
  at: number;
  fields: Fields;
  sent?: Sent | undefined;
  since?: Fields | undefined; // typed beside it, while it was offered back and nothing was decided about it
}

// By a button, and nobody knows yet whether it arrived; below what was typed the server may have written more.
export type Sent = "as_it_is" | "to_be_added_to";

const keyAt = (path: string): string => `trivium:${document.body.dataset["person"] ?? ""}:${path}`;
const keyOf = (form: HTMLFormElement): string => keyAt(new URL(form.action).pathname);

function keptAt(key: string): Draft | undefined {
  try {
    const text = localStorage.getItem(key);
    return text ? (JSON.parse(text) as Draft) : undefined;
  } catch {
    return undefined;
  }
}

function forgetAt(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}

export function keep(form: HTMLFormElement, fields: Fields, sent?: Sent): void {
  keepDraft(form, { at: Date.now(), fields, sent });
}

export function keepDraft(form: HTMLFormElement, draft: Draft): void {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify(draft));
  } catch {
    // A full or forbidden store: the server still gets every word.
  }
}

export const kept = (form: HTMLFormElement): Draft | undefined => keptAt(keyOf(form));

export const forget = (form: HTMLFormElement): void => forgetAt(keyOf(form));

// What arrived from a form that is no longer on the page, or empty by now; not what was typed there since.
export function forgetSent(path: string): void {
  const draft = keptAt(keyAt(path));
  if (draft?.sent && !draft.since) forgetAt(keyAt(path));
}
