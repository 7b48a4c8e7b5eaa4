// A form that came back to be put right stands on a page that answers a form. Once it is sent again, the page it first
// stood on takes that one's place, so that the browser's way back does not ask whether to send it once more.
export function leadBackToThePage(): void {
  if (!document.querySelector("[data-flaws]") || !document.referrer.startsWith(`${location.origin}/`)) return;
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) history.replaceState(null, "", document.referrer);
  });
}
