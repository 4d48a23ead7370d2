/** How many times the price of what it replaces a premium alternative may cost. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/** The price ratio shoppers who switch to something better most often accept, and how wide around it they do (of its logarithm). */
const BEST_RATIO = Math.log(1.25);
const WIDTH = 0.7;
const SAME_MAKER = 2;

export interface Dearer {
  /** Price of the alternative over that of what it replaces. */
  readonly ratio: number;
  readonly orders: number;
  readonly sameMaker: boolean;
}

/** How good a premium alternative is: popularity, times how close its price is to the best ratio, doubled for the same maker. */
export function rankAlternative({ ratio, orders, sameMaker }: Dearer): number {
  const distance = (Math.log(ratio) - BEST_RATIO) / WIDTH;
  return (orders + 1) * Math.exp(-distance * distance) * (sameMaker ? SAME_MAKER : 1);
}
