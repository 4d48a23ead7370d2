import type { LayoutProps } from "../../../types/layout.ts";
import type { Offer, Reason } from "../../../types/offer.ts";
import { reasonText } from "../../ui/reasonText.ts";
import { fill } from "../../ui/texts/fill.ts";
import { fillForms } from "../../ui/texts/fillForms.ts";

/** One reason, said in full; `""` where there is nothing to say. */
export function evidenceText(reason: Reason, offer: Offer, props: LayoutProps): string {
  const { locale, texts } = props;
  const { forTitle: other } = offer;
  if (reason.kind === "together" && reason.share > 0 && other) {
    const percent = new Intl.NumberFormat(locale, { style: "percent" }).format(reason.share);
    return fill(texts, "orders", { percent, other });
  }
  if (reason.kind === "rating") return fillForms(texts, "rating", { ...reason });
  const text = reasonText({ ...offer, because: [reason] }, props);
  return reason.kind === "fits" ? `${text} (${reason.attribute}: ${reason.value})` : text;
}
