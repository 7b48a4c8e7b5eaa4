// What an address points at is opened where it is folded away; not every browser does so by itself.
export function openTarget(): void {
  const open = () => {
    const place = document.getElementById(location.hash.slice(1));
    if (!place) return;
    let folded = false;
    for (let around = place.closest("details"); around; around = around.parentElement?.closest("details") ?? null) {
      folded ||= !around.open;
      around.open = true;
    }
    if (folded) place.scrollIntoView();
  };
  window.addEventListener("hashchange", open);
  open();
}
