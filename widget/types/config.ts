import type { Placement } from "./offer.ts";
import type { Anchor } from "./platform.ts";
import type { ProductId } from "./product.ts";
import type { Texts } from "./texts.ts";

/** `goeswith.json`. Every field is optional but what the shop needs; a wrong value is ignored with one message. */
export interface Config {
  /** `false`: nothing happens. `"preview"`: only with `?goeswith=preview` in the address. Default `true`. */
  readonly enabled: boolean | "preview";
  /** Name of the shop in the report. */
  readonly shop: string;
  readonly platform: PlatformConfig;
  /** Folder of the model files. Absent: no model. */
  readonly model?: string;
  /** As it was given: days after which the model is called old. Default 30. */
  readonly maxAge?: unknown;
  /** Asked in this order. Default `["rules", "model"]`; without a model the shop's own relations take its place. */
  readonly sources: readonly SourceConfig[];
  readonly placements: Readonly<Partial<Record<Placement, PlacementConfig>>>;
  /** As they were given; read where there are any. `"model"`: the model's files carry them. */
  readonly rules?: unknown;
  readonly pressure: Pressure;
  /** How much dearer an alternative may be: 1.25 is a quarter. */
  readonly priceBand: number;
  /** Offer best-sellers, labelled as such, where nothing else speaks. Default `false`. */
  readonly popular: boolean;
  /** BCP 47; default the page's `lang`. */
  readonly locale?: string;
  /** ISO 4217; default the platform's. */
  readonly currency?: string;
  readonly texts: Partial<Texts>;
  /** How sums are written. Absent: as the locale does. */
  readonly money: MoneyFormat;
  readonly theme: Theme;
  /** Where events are posted: a collector's `/v1/events`. Absent: nowhere but to the page's own `dataLayer`. */
  readonly report?: { readonly url: string };
  /** Push events to the page's `dataLayer` in GA4 form. Default `true`, only with consent. */
  readonly dataLayer: boolean;
  /** `required`: nothing is stored or sent before `goesWith('consent', 'measure')`. Default `required`. */
  readonly consent: "required" | "not-needed";
  readonly experiment: {
    /** Share of visits that see no offers, 0 to 1. `"auto"`: the collector tells it, more until it is known what the offers are worth. Default 0. */
    readonly holdout: number | "auto";
  };
}

export interface PlatformConfig {
  /** Absent: the first that knows the page. */
  readonly name?: string;
  /** Addresses (or parts of them) whose requests mean that the cart may have changed. */
  readonly cartUrls: readonly string[];
  /** DOM events, heard on the document, that mean the same. */
  readonly cartEvents: readonly string[];
  /** `wrap`: the page's `fetch` and `XMLHttpRequest` are wrapped, for a theme that can be heard in no other way. */
  readonly hear?: "wrap";
  /** Selectors and addresses that this shop has elsewhere, by the names its platform gives them. */
  readonly own: Readonly<Record<string, string>>;
}

export type SourceConfig =
  | { readonly name: "rules" }
  | { readonly name: "model" }
  | { readonly name: "shop" }
  | { readonly name: "http"; readonly url: string; /** Milliseconds, default 800. */ readonly timeout: number };

export interface PlacementConfig {
  /** CSS selector of the place in the page. Absent: the platform's own anchors and `<goes-with>` elements. */
  readonly anchor?: string;
  readonly position?: NonNullable<Anchor["position"]>;
  readonly layout?: string;
  readonly limit?: number;
  readonly title?: string;
  /** 2 to 6. */
  readonly headingLevel?: number;
  readonly off?: boolean;
}

/** At which products a rule starts. Every given field must be met; an empty one is met by all. */
export interface RuleFrom {
  readonly product?: ProductId;
  readonly category?: string;
  readonly tag?: string;
  readonly attribute?: Readonly<Record<string, string>>;
}

export type RuleTarget = ProductId | { readonly category: string };

/** The merchant's own relation. */
export interface Rule {
  readonly from: RuleFrom;
  readonly with?: readonly RuleTarget[];
  readonly instead?: readonly RuleTarget[];
  readonly never?: readonly RuleTarget[];
  /** Shown to the shopper as the reason. */
  readonly text?: string;
  /** First day, `YYYY-MM-DD`. */
  readonly since?: string;
  /** Last day, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly when?: Segment;
}

/** Every given field must be met. */
export interface Segment {
  readonly loggedIn?: boolean;
  readonly group?: string;
  readonly country?: readonly string[];
  readonly firstVisit?: boolean;
  /** `"08-18"`: from 8:00 to before 18:00 by the shopper's clock; `"22-06"` runs over midnight. */
  readonly hours?: string;
}

/** Per visit, over all placements. */
export interface Pressure {
  /** Different offers seen. Default 8. */
  readonly offers: number;
  /** Times the same one is seen. Default 3. */
  readonly repeats: number;
}

/** Options of `Intl.NumberFormat`, by its own names, so that our sums look like the shop's. */
export interface MoneyFormat {
  /** BCP 47, where sums are written otherwise than the texts: `"de-CH"`. */
  readonly locale?: string;
  /** `code` writes "EUR 5.00". Default `symbol`. */
  readonly currencyDisplay?: "symbol" | "narrowSymbol" | "code" | "name";
  /** `stripIfInteger` writes "5 €". Default `auto`. */
  readonly trailingZeroDisplay?: "auto" | "stripIfInteger";
}

export interface Theme {
  /** `auto` follows the page. */
  readonly scheme: "auto" | "light" | "dark";
  /** CSS colours and lengths; absent: read from the page. */
  readonly accent?: string;
  readonly onAccent?: string;
  readonly radius?: string;
  readonly font?: string;
  /** How much room there is around things. Default `normal`. */
  readonly density?: "compact" | "normal" | "roomy";
}

/** A wrong value: where it is, what is wrong with it, how to mend it. */
export interface Fault {
  /** JSON path: `placements.cart.limit`, `rules[2].since`. */
  readonly path: string;
  readonly what: string;
  readonly mend: string;
}
