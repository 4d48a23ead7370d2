/**
 * Every text a shopper may read, in one language. `{name}` stands for a value that is put in, in `rating` and `addAll`
 * `{count|one:review|other:reviews}` for the word that goes with it: the forms are those of `Intl.PluralRules`, and `other` does for any that is not given.
 * A shop may replace any of them in its configuration.
 */
export interface Texts {
  /** BCP 47: the language all of these are in. */
  readonly lang: string;
  /** Headings of the lists. */
  readonly goesWith: string;
  readonly goesWithCart: string;
  readonly instead: string;
  /** "Instead of {product}" */
  readonly insteadOf: string;
  readonly popular: string;
  readonly add: string;
  /** Accessible name: "Add {product} to cart"; also the label of a tick box. */
  readonly addProduct: string;
  readonly swap: string;
  /** "Swap {other} for {product}". Names hold the words on the button, for those who speak to their browser. */
  readonly swapProduct: string;
  readonly open: string;
  readonly decline: string;
  readonly choose: string;
  readonly soldOut: string;
  /** "Fits {other}"; also `{attribute}` and `{value}`. */
  readonly fits: string;
  /** "but {differences}": what is worse about an alternative. */
  readonly worse: string;
  /** "Often bought together: about 1 in {count}" */
  readonly together: string;
  readonly ruled: string;
  readonly catalogue: string;
  /** "Paid partner: {name}" */
  readonly partner: string;
  /** Link to the terms of a service. */
  readonly terms: string;
  /** Opens the comparison of what differs. */
  readonly compare: string;

  /** After every price, such as "incl. VAT". Empty unless the shop sets it. */
  readonly tax: string;
  /** Buttons that scroll a strip. */
  readonly previous: string;
  readonly next: string;
  /** "Total: {price}" */
  readonly total: string;
  /** "Add {count} {count|one:item|other:items} to cart" */
  readonly addAll: string;
  /** "{value} of 5 from {count} {count|one:review|other:reviews}" */
  readonly rating: string;
  readonly working: string;
  readonly added: string;
  /** "{product} is in your cart" */
  readonly addedProduct: string;
  readonly swapped: string;
  readonly again: string;
  readonly undo: string;
  readonly undone: string;
  readonly refused: string;
  readonly offline: string;
  /** "{product} does not fit {other}." */
  readonly unfit: string;
  /** "Remove {product}? What it belongs to is no longer in your cart." */
  readonly orphaned: string;
  /** "Exchange for {product}" */
  readonly exchange: string;
  readonly remove: string;
  readonly keep: string;
  /** A misfit was seen to. */
  readonly settled: string;
  readonly declined: string;
  readonly whyNot: string;
  readonly haveIt: string;
  readonly notForMe: string;
  readonly tooDear: string;
  readonly doesNotFit: string;
  readonly thanks: string;
  /** Heading of the evidence behind an offer: "Why this?" */
  readonly why: string;
  /** "About {percent} of the orders with {other} had it too." */
  readonly orders: string;
  /** "Nobody paid for this place." */
  readonly unpaid: string;
  /** Marks in the comparison. */
  readonly isBetter: string;
  readonly isWorse: string;
  readonly close: string;
}

/** Name of a text that values are put into. */
export type TextName = Exclude<keyof Texts, "lang">;
