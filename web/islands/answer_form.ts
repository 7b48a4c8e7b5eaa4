// The form of one answer as what is sent and kept: its fields in order, without the buttons.

export type Fields = [string, string][];

export function fieldsOf(form: HTMLFormElement): Fields {
  const fields: Fields = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") fields.push([name, value]);
  }
  return fields;
}

// What a person wrote, without the revision it was written on and without blanks: two equal ones say the same.
export function wordsIn(fields: Fields): string {
  const said = fields.filter(([name, value]) => value !== "" && name !== "revision" && !/\/id$/.test(name));
  return JSON.stringify(said.map(([name, value]) => [name, value.replace(/\r\n?/g, "\n")]));
}

// How an answer stands is filled in when it is stored, where nothing was chosen.
export function saysTheSame(typed: Fields, stored: Fields): boolean {
  const chosen = typed.some(([name, value]) => name === "standing" && value !== "");
  const held = (fields: Fields): string => wordsIn(chosen ? fields : fields.filter(([name]) => name !== "standing"));
  return held(typed) === held(stored);
}

export function bodyOf(fields: Fields): URLSearchParams {
  return new URLSearchParams(fields);
}

// Puts kept fields back. Rows that the page does not show are asked for first.
export function fill(form: HTMLFormElement, fields: Fields): void {
  const left = new Map<string, string[]>();
  for (const [name, value] of fields) left.set(name, [...(left.get(name) ?? []), value]);
  for (const element of Array.from(form.elements)) {
    if (element instanceof HTMLInputElement) {
      const values = left.get(element.name);
      if (element.type === "checkbox" || element.type === "radio") element.checked = values?.includes(element.value) ?? false;
      else if (element.name !== "revision" && values) element.value = values.shift() ?? "";
    } else if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
      const values = left.get(element.name);
      if (values) element.value = values.shift() ?? "";
    }
  }
}

export function revisionField(form: HTMLFormElement): HTMLInputElement {
  const field = form.querySelector<HTMLInputElement>("[data-revision]");
  if (!field) throw new Error("a form without a revision");
  return field;
}

export function clock(instant: Date): string {
  const { lang, dataset } = document.documentElement;
  return instant.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: dataset["zone"] });
}

// A row written for the first time gets its id here, so that the same text sent twice is the same text.
export function nameNewRows(form: HTMLFormElement): void {
  for (const row of form.querySelectorAll<HTMLFieldSetElement>("fieldset.row")) {
    const id = row.querySelector<HTMLInputElement>("input[type=hidden][name$='/id']");
    if (!id || id.value !== "") continue;
    const inputs = Array.from(row.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("input, textarea, select"));
    const written = inputs.some((input) => {
      if (input === id) return false;
      if (input instanceof HTMLInputElement && (input.type === "checkbox" || input.type === "radio")) return input.checked;
      return input.value.trim() !== "";
    });
    if (written) id.value = newId();
  }
}

function newId(): string {
  // randomUUID is missing where the page is served without HTTPS to another machine.
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
