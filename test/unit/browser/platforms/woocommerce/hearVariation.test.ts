import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { hearVariation } from "../../../../../widget/browser/platforms/woocommerce/hearVariation.ts";
import { jQueryDouble } from "../../../../support/shops/woocommerce/jQueryDouble.ts";

const page = window as { jQuery?: (on: unknown) => { trigger(name: string): void } };

beforeEach(() => {
  document.body.innerHTML = '<form class="variations_form cart"><input name="variation_id" value="0"></form>';
  jQueryDouble();
});
afterEach(() => {
  document.body.innerHTML = "";
  delete page.jQuery;
});

function choose(id: string) {
  document.querySelector("input")!.value = id;
  page.jQuery!(document.querySelector("form")).trigger(id === "0" ? "reset_data" : "found_variation");
}

describe("hearVariation", () => {
  it("hears another choice, and no repetition of it", () => {
    const heard = vi.fn<() => void>();
    const stop = hearVariation(heard);
    for (const id of ["0", "34", "34", "27", "0"]) choose(id);
    expect(heard).toHaveBeenCalledTimes(3);
    stop();
    choose("34");
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it("does without jQuery", () => {
    delete page.jQuery;
    expect(hearVariation(() => {})).not.toThrow();
  });
});
