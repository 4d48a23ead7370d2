const SHOWN_FOR = 4000;

/** What the shop says in its own language when something fails, as the page has it. */
export function failureText(kind: "failed" | "unread"): string {
  return document.querySelector<HTMLElement>("[data-toast]")?.dataset[kind] ?? "";
}

/** Says something at the edge of the page for a moment. */
export function toast(message: string): void {
  const place = document.querySelector<HTMLElement>("[data-toast]");
  if (!place) return;
  place.textContent = message;
  place.classList.add("on");
  setTimeout(() => place.classList.remove("on"), SHOWN_FOR);
}
