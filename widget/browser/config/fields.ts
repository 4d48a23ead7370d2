import type { Config, PlacementConfig, PlatformConfig, Pressure, Theme } from "../../types/config.ts";
import type { Placement } from "../../types/offer.ts";
import type { Fields, ShapeWords } from "../lib/shape.ts";

/** An http(s) address or a path; no colon, no other scheme. */
export const ADDRESS = /^(https?:\/\/|[^:]+$)/;
export const CURRENCY = /^[A-Z]{3}$/;
/** What `Intl` takes for a language, whichever it is. */
export const LANGUAGE = /^[a-z]{2,3}(-[A-Z]{2})?$/;

/** The parts of the table that a browser looks at later, and only where they are needed. */
type LaterParts<S> = readonly [rules?: S, maxAge?: S, holdout?: S];

/** Every field of `goeswith.json`: the browser reads by this table, the JSON Schema and `goeswith check` are made from it. */
export function configFields<S>(words: ShapeWords<S>, [rules = words.any, maxAge = rules, holdout = rules]: LaterParts<S> = []): S {
  const { choice, group, kinds, list, need, number, or, short, text, whole } = words;
  const flag = choice(true, false);
  const address = text(ADDRESS);
  const addresses = or(list(text()), []);
  const part = (fields: Fields<S>, rest?: S) => or(group(fields, rest), {});
  const place = group({
    anchor: text(),
    position: choice("append", "prepend", "before", "after"),
    layout: text(),
    limit: number(1, 12, 1),
    title: text(),
    headingLevel: number(2, 6, 1),
    off: flag,
  } satisfies Record<keyof PlacementConfig, S>);
  return part({
    // Where editors find the JSON Schema.
    $schema: text(),
    enabled: or(choice(true, false, "preview"), true),
    shop: or(text(), "shop"),
    platform: or(
      short(
        "name",
        group({
          name: text(),
          cartUrls: addresses,
          cartEvents: addresses,
          hear: choice("wrap"),
          own: part({}, text()),
        } satisfies Record<keyof PlatformConfig, S>),
      ),
      {},
    ),
    model: address,
    sources: or(
      list(
        short(
          "name",
          kinds("name", { rules: {}, shop: {}, model: {}, http: { url: need(address), timeout: or(number(50, 10_000), 800) } }),
        ),
      ),
      ["rules", "model"],
    ),
    placements: part({ product: place, drawer: place, cart: place, checkout: place, confirmation: place } satisfies Record<Placement, S>),
    rules,
    maxAge,
    pressure: part({ offers: or(number(0, 100, 1), 8), repeats: or(number(0, 100, 1), 3) } satisfies Record<keyof Pressure, S>),
    priceBand: or(number(1, 10), 1.25),
    popular: or(flag, false),
    locale: text(),
    currency: text(CURRENCY),
    // Which texts there are is known to the language files alone, and to `goeswith check`.
    texts: part({ lang: text(LANGUAGE) }, text()),
    // Likewise: the browser's own Intl knows them.
    money: part({}, text()),
    theme: part({
      scheme: or(choice("auto", "light", "dark"), "auto"),
      accent: text(),
      onAccent: text(),
      radius: text(),
      font: text(),
      density: choice("compact", "normal", "roomy"),
    } satisfies Record<keyof Theme, S>),
    report: whole({ url: need(address) }),
    dataLayer: or(flag, true),
    consent: or(choice("required", "not-needed"), "required"),
    experiment: part({ holdout: or(holdout, 0) }),
  } satisfies Record<keyof Config | "$schema", S>);
}
