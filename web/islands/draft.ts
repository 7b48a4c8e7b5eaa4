// What is typed and not yet saved, kept in this browser until the server has it.
import type { Fields } from "./answer_form";

export interface Draft {
  at: number;
  fields: Fields;
  sent?: boolean; // by a button, and nobody knows yet whether it arrived
}

const keyAt = (path: string): string => `trivium:${path}`;
const keyOf = (form: HTMLFormElement): string => keyAt(new URL(form.action).pathname);

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
  forgetAt(new URL(form.action).pathname);
}

export function forgetAt(path: string): void {
  try {
    localStorage.removeItem(keyAt(path));
  } catch {
    // Nothing was kept then.
  }
}
