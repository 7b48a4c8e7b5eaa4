// A button that copies what stands in a field; shown only where the browser lets it.
export function watchCopyButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    const field = document.querySelector<HTMLInputElement>(button.dataset["copy"] ?? "");
    if (!field) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      field.select();
      void navigator.clipboard?.writeText(field.value);
    });
  }
}
