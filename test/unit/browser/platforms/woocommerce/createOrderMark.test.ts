import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createOrderMark } from "../../../../../widget/browser/platforms/woocommerce/createOrderMark.ts";

const page = window as { wc_order_attribution?: unknown; wp?: unknown };
const facts = { visit: "v1", arm: "offers", offers: ["cart.cross-sell.13.14", "product.up-sell.13.31"] } as const;
const MARK = "goeswith:v1:offers:cart.cross-sell.13.14,product.up-sell.13.31";

const inputs = (...values: readonly string[]) =>
  values
    .map(
      (value) =>
        `<wc-order-attribution-inputs><input type="hidden" name="wc_order_attribution_utm_source" value="(direct)"><input type="hidden" name="wc_order_attribution_utm_content" value="${value}"></wc-order-attribution-inputs>`,
    )
    .join("");
const values = () => [...document.querySelectorAll("input")].map(({ value }) => value);

/** The checkout block's store, as the shop has filled it. */
function storeWith(told: Record<string, unknown> | undefined, action = "__internalSetExtensionData") {
  const data: Record<string, Record<string, unknown> | undefined> = { "woocommerce/order-attribution": told };
  const put = (name: string, more: object, isAll?: boolean) => void (data[name] = { ...(!isAll && data[name]), ...more });
  page.wp = { data: { select: () => ({ getExtensionData: () => data }), dispatch: () => ({ [action]: put }) } };
  return data;
}

beforeEach(() => {
  page.wc_order_attribution = { params: { allowTracking: true } };
});
afterEach(() => {
  document.body.innerHTML = "";
  delete page.wc_order_attribution;
  delete page.wp;
});

describe("createOrderMark", () => {
  it("writes into the free field of the shop's own order attribution, and into no other", async () => {
    document.body.innerHTML = inputs("", "(none)", "spring");
    await createOrderMark().mark(facts);
    expect(values()).toEqual(["(direct)", MARK, "(direct)", MARK, "(direct)", "spring"]);
  });

  it("replaces its own mark by a newer one", async () => {
    document.body.innerHTML = inputs("");
    const marker = createOrderMark();
    await marker.mark(facts);
    await marker.mark({ ...facts, offers: [] });
    expect(values()[1]).toBe("goeswith:v1:offers:");
  });

  it.each(["__internalSetExtensionData", "setExtensionData"])("adds to what the checkout block sends, by %s", async (action) => {
    const data = storeWith({ utm_source: "(direct)", utm_content: "(none)" }, action);
    await createOrderMark().mark(facts);
    expect(data["woocommerce/order-attribution"]).toEqual({ utm_source: "(direct)", utm_content: MARK });
  });

  it("leaves a campaign of the shop's alone, and a block that the shop has not told anything yet", async () => {
    const measured = storeWith({ utm_content: "spring" });
    await createOrderMark().mark(facts);
    expect(measured["woocommerce/order-attribution"]).toEqual({ utm_content: "spring" });
    const silent = storeWith(undefined);
    await createOrderMark().mark(facts);
    expect(silent["woocommerce/order-attribution"]).toBeUndefined();
  });

  it("is there again when the order is placed, though the shop wrote its own values over it", async () => {
    document.body.innerHTML = `<form>${inputs("(none)")}<button type="button">Place order</button></form>`;
    const marker = createOrderMark();
    const stop = marker.listen();
    await marker.mark(facts);
    const field = document.querySelectorAll("input")[1]!;
    field.value = "(none)";
    document.querySelector("button")!.click();
    expect(field.value).toBe(MARK);
    stop();
    field.value = "(none)";
    document.querySelector("button")!.click();
    expect(field.value).toBe("(none)");
  });

  it.each([undefined, {}, { params: { allowTracking: false } }])(
    "writes nothing where the shop may not measure: %j",
    async (attribution) => {
      document.body.innerHTML = inputs("");
      page.wc_order_attribution = attribution;
      await createOrderMark().mark(facts);
      expect(values()[1]).toBe("");
    },
  );
});
