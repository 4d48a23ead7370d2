import { goesWith } from "./goesWith.ts";

const COOKIE = "lumen-consent";
const HALF_A_YEAR = 182 * 24 * 3600;

/** Tells the widget what the shopper answered on an earlier page. */
export function replayConsent(): void {
  const answer = new RegExp(`(?:^|; )${COOKIE}=(measure|none)`).exec(document.cookie)?.[1];
  if (answer) goesWith("consent", answer);
}

/** The banner's two buttons; the answer is kept in the shop's own cookie. */
export function wireConsent(): void {
  document.addEventListener("click", (event) => {
    const answer = (event.target as Element).closest<HTMLElement>("[data-consent]")?.dataset.consent;
    if (!answer) return;
    document.cookie = `${COOKIE}=${answer}; Path=/; Max-Age=${HALF_A_YEAR}; SameSite=Lax`;
    document.querySelector("[data-consent-banner]")?.remove();
    goesWith("consent", answer);
  });
}
