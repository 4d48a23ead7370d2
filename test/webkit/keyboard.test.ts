import { expect, it } from "vitest";
import { hasWebKit, newShopper, place } from "../support/webkitTest.ts";

it.runIf(hasWebKit)("row 124: everything can be done with the keyboard, and the focus is never lost", async () => {
  const { page, visit, cartLines } = await newShopper();
  const focused = () =>
    page.run(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return [active?.localName, active?.getAttribute("aria-label") ?? active?.textContent ?? ""] as const;
    });
  const tabTo = async (name: RegExp) => {
    for (let press = 0; press < 80; press++) {
      await page.press("Tab");
      if (name.test((await focused())[1])) return;
    }
    throw new Error(`no control named ${name}`);
  };
  const status = () => page.texts({ is: "[role=status]", in: place("cart") });
  const keepsFocus = async () => expect((await focused())[0]).not.toBe("body");

  await visit("/p/aster-9?variant=aster-9-512-midnight");
  await page.click({ is: "button", name: "^Add to cart$", in: "[data-buy]" });
  await expect.poll(cartLines).toHaveLength(1);
  await visit("/cart");
  await page.click({ is: "h1" });
  await tabTo(/^Add .* to cart/);
  await page.press("Enter");
  await expect.poll(cartLines).toHaveLength(2);
  await expect.poll(status).toEqual([expect.stringContaining("is in your cart")]);
  await keepsFocus();
  await tabTo(/^No thanks/);
  await page.press("Space");
  await expect.poll(async () => (await focused())[1]).toContain("why");
  await tabTo(/^Not for me/);
  await page.press("Enter");
  await expect.poll(async () => (await focused())[1]).toBe("Thank you.");
  // Out of our part again, forwards and backwards.
  await tabTo(/^Privacy choices$/);
  await page.press("Shift", "Tab");
  await keepsFocus();
});
