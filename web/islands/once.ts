// A form that was sent is not sent again by a second click while the answer is on its way.
export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const form = event.target as HTMLFormElement;
    if (form.dataset["sent"] !== undefined) event.preventDefault();
    form.dataset["sent"] = "";
  });
  // Back in the browser brings the page as it was left: its forms may be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) delete form.dataset["sent"];
  });
}
