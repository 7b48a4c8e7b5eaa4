// The number of words below a text, while it is written. The sentence is the server's, with its number replaced.
const says = /[\p{L}\p{N}]/u;

export function countWords(): void {
  for (const field of document.querySelectorAll<HTMLTextAreaElement>("textarea[data-counts]")) {
    const line = document.getElementById(field.dataset["counts"] ?? "");
    if (!line) continue;
    const one = field.dataset["one"] ?? "";
    const more = field.dataset["more"] ?? "";
    const count = (): void => {
      const words = field.value.split(/\s+/u).filter((run) => says.test(run)).length;
      line.textContent = (words === 1 ? one : more).replace("#", String(words));
    };
    field.addEventListener("input", count);
    count(); // what came back to be put right is not what the server counted
  }
}
