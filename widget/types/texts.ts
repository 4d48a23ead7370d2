/**
 * Every text a shopper may read, in one language. `{name}` stands for a value that is put in.
 * A shop may replace any of them in its configuration.
 */
export interface Texts {
  /** Headings of the lists. */
  readonly goesWith: string;
  readonly goesWithCart: string;
  readonly instead: string;
  /** "Instead of {product}" */
  readonly insteadOf: string;
  readonly popular: string;
  readonly add: string;
  /** Label of a tick box: "Add {product}". */
  readonly tick: string;
  /** Accessible name: "Add {product} to cart". */
  readonly addProduct: string;
  readonly swap: string;
  /** "Swap {other} for {product}". Names hold the words on the button, for those who speak to their browser. */
  readonly swapProduct: string;
  readonly open: string;
  /** "See {product}" */
  readonly openProduct: string;
  readonly decline: string;
  /** "No thanks to {product}" */
  readonly declineProduct: string;
  readonly working: string;
  readonly added: string;
  /** "{product} is in your cart" */
  readonly addedProduct: string;
  readonly swapped: string;
  /** "{product} is in your cart instead" */
  readonly swappedProduct: string;
  readonly again: string;
  readonly undo: string;
  readonly undone: string;
  readonly choose: string;
  readonly soldOut: string;
  readonly refused: string;
  readonly offline: string;
  /** "Fits {other}"; also `{attribute}` and `{value}`. */
  readonly fits: string;
  /** "but {differences}": what is worse about an alternative. */
  readonly worse: string;
  /** "Often bought together: about 1 in {count}" */
  readonly together: string;
  readonly ruled: string;
  readonly catalogue: string;
  /** "{value} of 5 from {count} reviews" */
  readonly rating: string;
  /** "From {name}" */
  readonly by: string;
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
}
