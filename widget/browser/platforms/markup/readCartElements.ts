/** A cart as pages write it: prices are decimals, and nothing is certain. */
export type Written = Readonly<Record<string, unknown>>;

/** The cart in the attributes of the first `[data-goeswith-cart]` and its lines. */
export function readCartElements(): Written {
  const cart = document.querySelector<HTMLElement>("[data-goeswith-cart]");
  const lines = [...(cart?.querySelectorAll<HTMLElement>("[data-goeswith-line]") ?? [])];
  return {
    ...Object.fromEntries(Object.entries(cart?.dataset ?? {})),
    lines: lines.map(({ dataset }) => ({ ...Object.fromEntries(Object.entries(dataset)), key: dataset.goeswithLine })),
  };
}
