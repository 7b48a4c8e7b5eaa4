// "Another one" without leaving the page: the last row is copied, emptied and given the next number.

function renumber(text: string, from: number, to: number): string {
  return text.replace(new RegExp(`([-/])${from}([-/])`), `$1${to}$2`);
}

function addRow(section: HTMLElement): void {
  const rows = Array.from(section.querySelectorAll<HTMLFieldSetElement>("fieldset.row"));
  const last = rows[rows.length - 1];
  if (!last) return;
  const index = rows.length - 1;
  const added = last.cloneNode(true) as HTMLFieldSetElement;
  const legend = added.querySelector("legend");
  if (legend) legend.textContent = (legend.textContent ?? "").replace(/\d+/, String(index + 2));
  for (const element of added.querySelectorAll<HTMLElement>("[name], [id], [for], [aria-describedby]")) {
    for (const attribute of ["name", "id", "for", "aria-describedby"]) {
      const value = element.getAttribute(attribute);
      if (value) element.setAttribute(attribute, renumber(value, index, index + 1));
    }
    if (element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio")) element.checked = false;
    else if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.value = "";
  }
  last.after(added);
  added.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus();
}

export function watchRows(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-add-row]")) {
    button.addEventListener("click", (event) => {
      const section = button.closest<HTMLElement>("[data-rows]");
      if (!section) return;
      event.preventDefault();
      addRow(section);
    });
  }
}
