import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { Language } from "../texts/languages.ts";
import { put } from "../texts/put.ts";

const line = (paths: string): Html => ({
  html: `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`,
});

/** Line drawings in the colour of the text around them, hidden from screen readers. */
export const icons = {
  cart: line(`<path d="M6 8h12l1 12H5z"/><path d="M9 10V7a3 3 0 0 1 6 0v3"/>`),
  close: line(`<path d="M6 6l12 12M18 6L6 18"/>`),
  check: line(`<path d="M5 12.5l4.5 4.5L19 7.5"/>`),
  truck: line(`<path d="M3 6h11v10H3zM14 10h4l3 3v3h-7"/><circle cx="7.5" cy="17.5" r="1.8"/><circle cx="17" cy="17.5" r="1.8"/>`),
  back: line(`<path d="M4 9h11a5 5 0 0 1 0 10H8"/><path d="M8 5L4 9l4 4"/>`),
  shield: line(
    `<path d="M12 3c2.5 1.8 5 2.5 7.5 2.5 0 7-1.5 12-7.5 15.5C6 17.5 4.5 12.5 4.5 5.5 7 5.5 9.5 4.8 12 3z"/><path d="M9 12l2 2 4-4.5"/>`,
  ),
  shop: line(`<path d="M4 10v10h16V10M3 10l2-6h14l2 6a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0z"/>`),
  minus: line(`<path d="M6 12h12"/>`),
  plus: line(`<path d="M6 12h12M12 6v12"/>`),
  lock: line(`<rect x="5" y="11" width="14" height="9" rx="2"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>`),
} as const;

/** "4.6 (1,284)" with a star. */
export function stars({ lang, texts }: Language, rating: { readonly value: number; readonly count: number } | undefined): Html | undefined {
  if (!rating) return undefined;
  const value = rating.value.toLocaleString(lang, { minimumFractionDigits: 1 });
  return html`<span
    class="stars"
    role="img"
    aria-label="${put(texts.rated, { value: rating.value.toLocaleString(lang), count: rating.count })}"
  >
    <svg viewBox="0 0 24 24" width="16" height="16" fill="currentColor" aria-hidden="true">
      <path d="M12 3l2.7 5.8 6.3.8-4.6 4.3 1.2 6.3L12 17.1 6.4 20.2l1.2-6.3L3 9.6l6.3-.8z" />
    </svg>
    <span aria-hidden="true">${value} <i>(${rating.count.toLocaleString(lang)})</i></span>
  </span>`;
}
