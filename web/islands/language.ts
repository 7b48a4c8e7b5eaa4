// Changing the language keeps the place on the page; the text being typed is kept by autosave's draft.
const kPlace = "trivium:place";

export function watchLanguage(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-language]")) {
    form.addEventListener("submit", () => sessionStorage.setItem(kPlace, String(window.scrollY)));
  }
  const place = sessionStorage.getItem(kPlace);
  if (place === null) return;
  sessionStorage.removeItem(kPlace);
  window.scrollTo(0, Number(place));
}
