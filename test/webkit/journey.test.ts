import { expect, it } from "vitest";
import { button, hasWebKit, newShopper, place } from "../support/webkitTest.ts";

/** Whether the page's policy refuses markup that is put in as text. */
const breakPolicy = () => {
  try {
    document.createElement("p").innerHTML = "<b></b>";
    return false;
  } catch {
    return true;
  }
};

it.runIf(hasWebKit).each([
  ["in an open shop", ""],
  ["rows 104 and 105: under a policy with a nonce and no Trusted Types, which is not broken once", "&csp=strict"],
])("the whole journey, %s", async (_, switches) => {
  const { page, visit, cartLines, report, breaches } = await newShopper();
  const before = await report();
  const lines = (...wanted: readonly string[]) => expect.poll(cartLines).toEqual(wanted);

  await visit(`/p/aster-9?variant=aster-9-512-midnight${switches}`);
  await page.click(button("^Accept measuring$"));
  await page.click(button("^Add Clear case for Aster 9 to cart$", place("product")));
  await lines("1 clear-aster-9");
  await page.click({ ...button("^Add to cart$"), in: "[data-buy]" });
  await lines("1 aster-9-512-midnight", "1 clear-aster-9");

  await visit("/cart");
  const swap = button("^Swap Aster 9 for Aster 9 Plus$", "main");
  // It may move the page in answer to a press only.
  await expect.poll(() => page.click({ is: "h1" }).then(() => page.texts(swap))).toHaveLength(1);
  await page.click(swap);
  await lines("1 aster-9-plus-512-midnight", "1 clear-aster-9");
  await page.click(button("^Exchange for Clear case for Aster 9 Plus", "main"));
  await lines("1 aster-9-plus-512-midnight", "1 clear-aster-9-plus");
  await page.click(button("^Undo: Aster 9 Plus$", "main"));
  await lines("1 aster-9-512-midnight", "1 clear-aster-9");

  await visit("/checkout");
  const fields = { email: "ada@example.test", name: "Ada", street: "Long Lane 1", postcode: "1234", city: "Riverton" };
  for (const [name, value] of Object.entries(fields)) await page.type({ is: `input[name=${name}]` }, value);
  const bump = { is: "input[type=checkbox]", in: place("checkout") };
  await page.click(bump);
  await expect.poll(cartLines).toHaveLength(3);
  const filled = await page.run(
    (names) => names.map((name) => document.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value),
    [...Object.keys(fields)],
  );
  expect(filled).toEqual(Object.values(fields));
  await page.click(button("^Place the order$"));
  await expect.poll(page.address).toContain("/thanks/");
  const growth = async () => {
    const { total, extraSales } = await report();
    const sold = (list: typeof extraSales) => list.reduce((sum, { lines: count }) => sum + count, 0);
    return {
      taken: total.taken - before.total.taken,
      undone: total.undone - before.total.undone,
      ordered: sold(extraSales) - sold(before.extraSales),
    };
  };
  await expect.poll(growth).toEqual({ taken: 3, undone: 1, ordered: 2 });

  expect(breaches).toEqual([]);
  // Had there been any, it would have been heard of.
  expect(await page.run(breakPolicy)).toBe(Boolean(switches));
  await expect.poll(() => breaches.length).toBe(switches ? 1 : 0);
});
