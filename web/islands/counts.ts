// The number of words below a text, while it is written. The sentence is the server's, with its number replaced.
const says = /[\p{L}\p{N}]/u;

export function countWords(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-counts]")) {
    const line = document.getElementById(field.dataset["counts"] ?? "");
    if (!line) continue;
    const one = field.dataset["one"] ?? "";
    const more = field.dataset["more"] ?? "";
    field.addEventListener("input", () => {
      const count = field.value.split(/\s+/u).filter((run) => says.test(run)).length;
      line.textContent = (count === 1 ? one : more).replace("#", String(count));
    });
  }
}
