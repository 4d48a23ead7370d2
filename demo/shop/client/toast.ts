const SHOWN_FOR = 4000;

/** Says something at the edge of the page for a moment. */
export function toast(message: string): void {
  const place = document.querySelector<HTMLElement>("[data-toast]");
  if (!place) return;
  place.textContent = message;
  place.classList.add("on");
  setTimeout(() => place.classList.remove("on"), SHOWN_FOR);
}
