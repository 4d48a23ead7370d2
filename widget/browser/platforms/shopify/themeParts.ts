import { isRecord } from "../../lib/isRecord.ts";

/** Elements of Dawn and its kin that tell which of their sections show the cart. Source: github.com/Shopify/dawn assets/cart.js */
export const DAWN = "cart-items,cart-drawer-items,cart-notification";
/** Of Horizon and its kin, with the id of the section. Source: github.com/Shopify/horizon assets/component-cart-items.js */
export const HORIZON = "cart-items-component";

/** A part of the page that shows the cart. */
export interface ThemePart {
  readonly section: string;
  readonly element: Element;
  /** What of the section's markup goes into it. */
  readonly selector: string;
}

/** All of them that can be filled from here. `named`: ids of sections besides those that Dawn's own elements know of. */
export const themeParts = (named: readonly string[]): readonly ThemePart[] => [
  ...named.flatMap(partOfSection),
  ...[...document.querySelectorAll(DAWN)].flatMap(partsOfDawn),
];

/** Sections that Horizon fills itself. */
export const horizonSections = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>(HORIZON)].flatMap(({ dataset }) => dataset["sectionId"] ?? []);

function partOfSection(section: string): readonly ThemePart[] {
  const selector = `[id="shopify-section-${section}"]`;
  const element = document.querySelector(selector);
  return element ? [{ section, element, selector }] : [];
}

function partsOfDawn(element: Element): readonly ThemePart[] {
  const { getSectionsToRender: list } = element as { getSectionsToRender?: () => unknown };
  let told: unknown;
  try {
    told = list?.call(element);
  } catch {
    // It looks for parts that this page has not.
  }
  return (Array.isArray(told) ? told.filter(isRecord) : []).flatMap(({ id, section = id, selector = ".shopify-section" }) => {
    const root = document.getElementById(String(id));
    // What the notification shows is the product that the theme itself put in last.
    if (!root || root.id.startsWith("cart-notification-")) return [];
    return [{ section: String(section), element: root.querySelector(String(selector)) ?? root, selector: String(selector) }];
  });
}
