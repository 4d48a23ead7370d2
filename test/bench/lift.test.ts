// oxlint-disable vitest/expect-expect -- prints figures and asserts none; a smaller run of the same is held to its limits by the unit tests
import { isDeepStrictEqual } from "node:util";
import { test, vi } from "vitest";
import type { Effect, LiftFigures } from "../../widget/types/lift.ts";
import type { LiftRows } from "../../widget/types/liftRows.ts";
import { createIntake } from "../../widget/collector/createIntake.ts";
import { openDuckdb } from "../../widget/collector/store/duckdb.ts";
import { summarise } from "../../widget/collector/figures/summarise.ts";
import { postDay } from "../support/postDay.ts";
import type { Truth } from "../support/simulateShop.ts";
import { addLiftRows, seedOf, simulateShop, toLiftRows } from "../support/simulateShop.ts";
import { NO_ROWS } from "../unit/collector/noRows.ts";

const SHOP: Truth = { visits: 10_000, conversion: 0.08, meanOrder: 6000, logSpread: 0.8, taking: 0, growth: 0, checkouts: 0 };
/** Three orders in ten grow by a fifth. */
const SIX_PER_CENT = { taking: 0.3, growth: 0.2 };
/** One order in a hundred is more than seven times the mean. */
const LONG_TAIL = 1.1;
/** Daily looks at a shop without any effect: more than twice the visits the report asks for. */
const LONG = 120;

const figuresOf = (lift: LiftRows): LiftFigures => summarise({ ...NO_ROWS, visits: lift.comparedVisits, lift }, "UTC").lift;
const unitsOf = ({ compared: { offers, holdout } }: LiftFigures) => offers + holdout;
const isClaim = ({ verdict }: Effect) => verdict === "more" || verdict === "less";
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1];

/** The report on the evening of each day. */
function* looksAt(truth: Truth, run: number): Generator<LiftFigures, never> {
  const days = simulateShop(truth, seedOf(run));
  let rows: LiftRows | undefined;
  for (;;) {
    rows = addLiftRows(rows, toLiftRows([days.next().value]));
    yield figuresOf(rows);
  }
}

interface Outcome {
  /** Number of visits the report asked for when it first asked. */
  readonly asked: number;
  /** What it said then. */
  readonly last: LiftFigures;
  readonly claimedBefore: boolean;
}

/** Until the visits are there that the report asks for at its first "about N more visits". */
function untilAsked(truth: Truth, run: number): Outcome {
  const looks = looksAt(truth, run);
  let asked = 0;
  let claimedBefore = false;
  for (;;) {
    const figures = looks.next().value;
    const [revenue] = figures.effects;
    asked ||= revenue?.moreVisits ? unitsOf(figures) + revenue.moreVisits : 0;
    claimedBefore ||= revenue !== undefined && isClaim(revenue);
    if (asked > 0 && unitsOf(figures) >= asked) return { asked, last: figures, claimedBefore };
  }
}

const runsOf = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);
const countOf = <T>(all: readonly T[], holds: (one: T) => boolean) => `${all.filter(holds).length} of ${all.length}`;

test("lift: the shop", () => {
  const orders = Array.from({ length: 20 }, (_, run) => simulateShop(SHOP, seedOf(900 + run)).next().value.holdout.orders).flat();
  const mean = orders.reduce((sum, value) => sum + value, 0) / orders.length;
  const variance = orders.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (orders.length - 1);
  console.log(`${SHOP.visits} eligible visits a day, half of them held out; conversion rate ${SHOP.conversion * 100} %.`);
  console.log(`Orders: log-normal, mean ${(mean / 100).toFixed(2)}, variance ${(variance / 10_000).toFixed(0)},`);
  console.log(`coefficient of variation ${(Math.sqrt(variance) / mean).toFixed(2)} (${orders.length} orders).`);
});

test("lift: one experiment through intake, store and summary, event by event", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const store = await openDuckdb(":memory:");
  const intake = createIntake({ store, stored: () => undefined });
  const run = 1;
  let expected: LiftRows | undefined;
  let [asked, different, events] = [0, 0, 0];
  for (const day of simulateShop({ ...SHOP, ...SIX_PER_CENT }, seedOf(run))) {
    await postDay(day, { intake, store, setTime: vi.setSystemTime });
    expected = addLiftRows(expected, toLiftRows([day]));
    const rows = await store.figures();
    if (!isDeepStrictEqual(rows.lift, expected)) different++;
    const figures = summarise(rows, "UTC").lift;
    events = rows.events;
    asked ||= figures.effects[0]?.moreVisits ? unitsOf(figures) + figures.effects[0].moreVisits : 0;
    if (asked === 0 || unitsOf(figures) < asked) continue;
    const { measure, verdict, relative, widthRatio } = figures.effects[0] ?? {};
    console.log(`${events} events, ${figures.series.length} looks; looks whose counts differ from the simulator's own: ${different}.`);
    console.log(`At ${asked} visits, as asked: ${measure} ${verdict}`, relative, `width ratio ${widthRatio?.toFixed(2)}.`);
    break;
  }
  await store.stop();
  vi.useRealTimers();
});

test("lift: 100 experiments with a true +6 %", () => {
  const outcomes = runsOf(1, 100).map((run) => untilAsked({ ...SHOP, ...SIX_PER_CENT }, run));
  const claims = countOf(outcomes, ({ last }) => last.effects[0]?.verdict === "more");
  const asked = outcomes.map((outcome) => outcome.asked);
  const ratios = outcomes.flatMap(({ last }) => last.effects.flatMap(({ widthRatio }) => widthRatio ?? []));
  console.log(
    `claimed at the report's own number of visits (at least 80): ${claims}; some day up to then: ${countOf(outcomes, (one) => one.claimedBefore)}`,
  );
  console.log(`visits asked for: median ${median(asked)}, from ${Math.min(...asked)} to ${Math.max(...asked)}`);
  console.log(
    `width over a fixed-sample interval (at most 1.6): median ${median(ratios)?.toFixed(3)}, largest ${Math.max(...ratios).toFixed(3)}`,
  );
  console.log(`offers stopped without harm: ${countOf(outcomes, ({ last }) => last.guardrail.state === "red")}`);
});

test("lift: 100 experiments with a true +6 % in a shop with a long tail of large orders", () => {
  const outcomes = runsOf(400, 100).map((run) => untilAsked({ ...SHOP, ...SIX_PER_CENT, logSpread: LONG_TAIL }, run));
  const asked = outcomes.map((outcome) => outcome.asked);
  const claims = countOf(outcomes, ({ last }) => last.effects[0]?.verdict === "more");
  console.log(
    `spread of the logarithm ${LONG_TAIL} in place of ${SHOP.logSpread}; claimed: ${claims}; visits asked for: median ${median(asked)}`,
  );
});

test("lift: 200 experiments without any effect, looked at daily", () => {
  const outcomes = runsOf(200, 200).map((run) => {
    const looks = looksAt(SHOP, run);
    const days = Array.from({ length: LONG }, () => looks.next().value);
    const ratios = days.flatMap(({ effects }) => effects.map(({ widthRatio = 0 }) => widthRatio));
    return {
      claimed: days.some(({ effects }) => effects.slice(0, 1).some(isClaim)),
      any: days.some(({ effects }) => effects.some(isClaim)),
      widest: Math.max(...ratios),
      last: days[LONG - 1],
    };
  });
  console.log(
    `claim an effect on revenue (at most 10): ${countOf(outcomes, ({ claimed }) => claimed)}, on any measure: ${countOf(outcomes, ({ any }) => any)}`,
  );
  console.log(`width over a fixed-sample interval at all looks: at most ${Math.max(...outcomes.map(({ widest }) => widest)).toFixed(3)}`);
  console.log(`offers stopped: ${countOf(outcomes, ({ last }) => last?.guardrail.state === "red")}`);
  console.log(`arms called unsound: ${countOf(outcomes, ({ last }) => last?.split.isSound === false)}`);
  console.log(`decided by ${LONG} days: ${countOf(outcomes, ({ last }) => last?.decidedAt !== undefined)}`);
});

test("lift: 100 experiments with 5 % fewer completed checkouts, and 100 without harm", () => {
  for (const [name, checkouts, first] of [
    ["5 % fewer", -0.05, 500],
    ["no harm", 0, 700],
  ] as const) {
    const outcomes = runsOf(first, 100).map((run) => untilAsked({ ...SHOP, checkouts }, run).last);
    const days = outcomes.flatMap(({ guardrail: { since }, series }) =>
      since === undefined ? [] : series.findIndex(({ day }) => day === since) + 1,
    );
    const orders = outcomes.map(({ guardrail: { offers, holdout } }) => offers + holdout);
    console.log(
      `${name}: stopped within the visits asked for: ${days.length} of 100; median day ${median(days) ?? "none"}; orders in a whole experiment: median ${median(orders)}`,
    );
  }
});
