// What is typed and not yet saved, kept in this browser until the server has it.
import type { Fields } from "./answer_form";

export interface Draft {
  at: number;
  fields: Fields;
  sent?: boolean; // by a button, and nobody knows yet whether it arrived
}

function keyOf(form: HTMLFormElement): string {
  return `trivium:${new URL(form.action).pathname}`;
}

export function keep(form: HTMLFormElement, fields: Fields, sent = false): void {
  try {
    localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), fields, sent }));
  } catch {
    // A full or forbidden store: the server still gets every word.
  }
}

export function kept(form: HTMLFormElement): Draft | undefined {
  try {
    const text = localStorage.getItem(keyOf(form));
    return text ? (JSON.parse(text) as Draft) : undefined;
  } catch {
    return undefined;
  }
}

export function forget(form: HTMLFormElement): void {
  try {
    localStorage.removeItem(keyOf(form));
  } catch {
    // Nothing was kept then.
  }
}
