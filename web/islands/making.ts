// A document that takes its time: while it is made the page says so and counts, and a second click asks for nothing more.
// Without scripts the link is a link, and the sentence beside it says how long to wait.
export function sayWhileMaking(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-making]")) {
    const line = document.querySelector<HTMLElement>(link.dataset["making"] ?? "");
    if (!line) continue;
    link.addEventListener("click", (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      if (link.getAttribute("aria-disabled") !== "true") void make(link, line);
    });
  }
}

async function make(link: HTMLAnchorElement, line: HTMLElement): Promise<void> {
  const said = line.querySelector<HTMLElement>("[role=status]")!;
  const seconds = line.querySelector<HTMLElement>("[data-seconds]")!;
  link.setAttribute("aria-disabled", "true");
  said.textContent = line.dataset["now"] ?? "";
  const begun = Date.now();
  const clock = window.setInterval(() => {
    seconds.textContent = ` ${Math.round((Date.now() - begun) / 1000)} s`;
  }, 1000);
  try {
    const answer = await fetch(link.href);
    const type = answer.headers.get("Content-Type") ?? "";
    if (!answer.ok || type.startsWith("text/html")) {
      // The server's own page says why.
      window.location.assign(link.href);
      return;
    }
    hand(await answer.blob(), name(answer));
    said.textContent = line.dataset["done"] ?? "";
  } catch {
    said.textContent = line.dataset["failed"] ?? "";
  } finally {
    window.clearInterval(clock);
    seconds.textContent = "";
    link.removeAttribute("aria-disabled");
  }
}

function name(answer: Response): string {
  return /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "";
}

function hand(file: Blob, called: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = called;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
