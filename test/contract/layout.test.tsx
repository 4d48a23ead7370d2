import { fireEvent } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { layouts } from "../../widget/browser/placements/layouts/index.ts";
import { en } from "../../widget/browser/ui/texts/en.ts";
import type { LayoutProps, OfferState } from "../../widget/types/layout.ts";
import { aLine, anOffer, aProduct, euro } from "../support/builders.ts";
import { accepterOf, acceptedBy, acceptRow, aMisfit, aViewItem, mountLayout as mount, upSell, view } from "../support/mountLayout.ts";

interface Case {
  readonly title: string;
  readonly name: string;
  readonly given: Partial<LayoutProps>;
  /** How many offers it draws. */
  readonly most: number;
}

/** Every layout as the registry has it, and once more where it has another face. */
const CASES: readonly Case[] = [
  ...[...layouts.keys()].map((name) => ({ title: name, name, given: {}, most: Infinity })),
  { title: "bundle around the product in view", name: "bundle", given: { placement: "product", view: aViewItem() }, most: 2 },
];
const STATES: readonly OfferState[] = ["ready", "working", "done", "failed", "declined", "thanked"];
const PAYLOADS = [
  "<img src=x onerror=window.__x=1>",
  "<script>window.__x=1</script>",
  "<svg/onload=window.__x=1>",
  '"><img src=x onerror=window.__x=1>',
  "' onmouseover='window.__x=1",
  "</title><script>window.__x=1</script>",
  "<iframe srcdoc='<script>parent.__x=1</script>'>",
  "{{constructor.constructor('window.__x=1')()}}",
  "${window.__x=1}",
  "<a href=javascript:window.__x=1>go</a>",
  "<!--><img src=x onerror=window.__x=1>",
  "{product} &lt;b&gt; &#x3c;script&#x3e;",
];
const BAD_ADDRESSES = [
  "javascript:alert(1)",
  "\u0001javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "//evil.example/x",
  "\\\\evil.example/x",
  "/\\evil.example/x",
  "https://evil.example",
  "https://user:pw@localhost:3000/",
];

describe.each(CASES)("the layout $title", ({ name, given, most }) => {
  const mountLayout = (layout: string, over: Partial<LayoutProps> = {}) => mount(layout, { ...given, ...over });

  it("is called what the registry calls it", async () => {
    expect((await mountLayout(name)).layout.name).toBe(name);
  });

  it("draws no offer, no heading and no control when there is none", async () => {
    const { rows, queries } = await mountLayout(name, { offers: [] });
    expect(rows()).toEqual([]);
    expect(queries.queryAllByRole("heading")).toEqual([]);
    expect(queries.queryAllByRole("button")).toEqual([]);
  });

  it.each([1, 7])("draws %i offers, each in an element of its own that carries the offer's id", async (count) => {
    const ids = Array.from({ length: count }, (_, at) => `cart.cross-sell.phone.p${at}`);
    const { rows } = await mountLayout(name, { offers: ids.map((id) => view({ id })) });
    expect(rows().map((row) => row.getAttribute("data-offer"))).toEqual(ids.slice(0, most));
    expect(rows().some((row) => row.querySelector("[data-offer]"))).toBe(false);
  });

  it("shows title, price and reason", async () => {
    const { rowOf } = await mountLayout(name, { offers: [view({ id: "a", because: [{ kind: "rule", text: "Keeps it whole" }] })] });
    expect(rowOf("a").textContent).toContain("Clear case");
    expect(rowOf("a").textContent).toContain("€19.90");
    expect(rowOf("a").textContent).toContain("Keeps it whole");
  });

  it.each([
    ["of one word", "x".repeat(400)],
    ["of many words", "word ".repeat(80).trim()],
  ])("shows a long title %s whole", async (_, title) => {
    const { rowOf } = await mountLayout(name, { offers: [view({ id: "a", product: aProduct({ title }) })] });
    expect(rowOf("a").textContent).toContain(title);
  });

  it("needs neither a picture nor a reason", async () => {
    const { root, rows } = await mountLayout(name, { offers: [view({ because: [] })] });
    expect(root.querySelector("img")).toBeNull();
    expect(rows()).toHaveLength(1);
  });

  it("row 99: a picture says nothing to a screen reader, tells the other host nothing, and leaves its place when it does not load", async () => {
    const { root } = await mountLayout(name, { offers: [view({ product: aProduct({ image: "https://cdn.example/case.jpg" }) })] });
    const picture = root.querySelector("img")!;
    const box = [picture.getAttribute("width"), picture.getAttribute("height")];
    expect(picture.getAttribute("alt")).toBe("");
    expect(picture.getAttribute("loading")).toBe("lazy");
    expect(picture.getAttribute("decoding")).toBe("async");
    expect(picture.getAttribute("referrerpolicy")).toBe("no-referrer");
    fireEvent.error(picture);
    expect(picture.style.visibility).toBe("hidden");
    expect([picture.getAttribute("width"), picture.getAttribute("height")]).toEqual(box);
  });

  it.each(PAYLOADS)("row 97: shows %s literally wherever a text may come from the shop", async (payload) => {
    const product = aProduct({
      title: payload,
      by: payload,
      variants: [
        { id: "v", options: { [payload]: payload } },
        { id: "w", options: { [payload]: "b" } },
      ],
    });
    const offers = [
      view({ id: "a", product, forTitle: payload, because: [{ kind: "rule", text: payload }] }),
      view({ id: "b" }, "failed", { reason: "refused", message: payload }),
    ];
    const { root, rowOf } = await mountLayout(name, {
      offers,
      title: payload,
      misfits: [aMisfit({ misfit: { line: aLine({ key: "m", title: payload }), why: "orphaned" } })],
    });
    expect(rowOf("a").textContent).toContain(payload);
    expect(rowOf("b").textContent).toContain(payload);
    expect(root.querySelector("script, iframe, svg, img, a[href^='javascript']")).toBeNull();
    expect((window as { __x?: number }).__x).toBeUndefined();
  });

  it.each(BAD_ADDRESSES)("row 98: makes no link of %j", async (url) => {
    const { root, rows } = await mountLayout(name, {
      offers: [view({ product: aProduct({ url }) }), view({ ...upSell, placement: "product" })],
    });
    expect([...root.querySelectorAll("a")].map((link) => new URL(link.href).origin).filter((origin) => origin !== location.origin)).toEqual(
      [],
    );
    expect(rows()[0]!.querySelectorAll("a")).toHaveLength(0);
  });

  it.each(["javascript:alert(1)", "data:image/svg+xml,<svg/>", "blob:x", "file:///etc/passwd"])(
    "row 99: makes no picture of %s",
    async (image) => {
      const { root } = await mountLayout(name, { offers: [view({ product: aProduct({ image }) })] });
      expect(root.querySelector("img")).toBeNull();
    },
  );

  it("accepts the offer that was pressed, with its variant", async () => {
    const { rowOf, calls } = await mountLayout(name, { offers: [view({ id: "a" }), view({ id: "b", variant: "black" })] });
    acceptRow(rowOf("b"));
    expect(acceptedBy(calls)).toEqual([["b", "black"]]);
  });

  it("hears only the first press of a double click", async () => {
    const { queries, calls } = await mountLayout(name);
    fireEvent.click(queries.getByRole("button", { name: "No thanks: Clear case" }), { detail: 2 });
    expect(calls.decline).not.toHaveBeenCalled();
  });

  describe("with variants and none set", () => {
    const product = aProduct({
      variants: [
        { id: "w", options: { Colour: "White" } },
        { id: "b", options: { Colour: "Black" }, price: euro(25) },
        { id: "s", options: { Colour: "Sand" }, available: false },
      ],
    });

    it("has a labelled list with what is sold out disabled, and nothing chosen beforehand", async () => {
      const { queries } = await mountLayout(name, { offers: [view({ product })] });
      const select = queries.getByLabelText<HTMLSelectElement>(/^Colour/);
      expect([...select.options].map(({ value, disabled }) => [value, disabled])).toEqual([
        ["", false],
        ["w", false],
        ["b", false],
        ["s", true],
      ]);
      expect(select.value).toBe("");
      expect(select.options[2]?.text).toContain("€25.00");
    });

    it("asks for the choice before anything is accepted", async () => {
      const { rows, calls, queries } = await mountLayout(name, { offers: [view({ product })] });
      const select = queries.getByLabelText<HTMLSelectElement>(/^Colour/);
      const ask = vi.spyOn(select, "reportValidity").mockReturnValue(false);
      acceptRow(rows()[0]!);
      expect(ask).toHaveBeenCalledOnce();
      expect(acceptedBy(calls)).toEqual([]);
    });

    it("keeps what is chosen over an update and accepts it", async () => {
      const { rows, calls, queries, update } = await mountLayout(name, { offers: [view({ product })] });
      fireEvent.change(queries.getByLabelText(/^Colour/), { target: { value: "b" } });
      update({ offers: [view({ product }, "failed", { reason: "network" })] });
      acceptRow(rows()[0]!);
      expect(acceptedBy(calls)).toEqual([[view().offer.id, "b"]]);
    });
  });

  it.each(STATES)("row 132: every control has a name of its own while all offers are %s", async (state) => {
    const titles = ["Clear case", "Screen glass", "Charger"];
    const offers = titles.map((title) => view({ id: title, product: aProduct({ title }) }, state, { canUndo: true }));
    const { queries, update } = await mountLayout(name, {
      offers,
      misfits: [aMisfit({ misfit: { line: aLine({ key: "m", title: "Old strap" }), why: "unfit" } })],
    });
    update({ offers });
    const controls = [...queries.queryAllByRole("button"), ...queries.queryAllByRole("checkbox")];
    const names = controls.map((control) => control.getAttribute("aria-label") ?? control.closest("label")?.textContent);
    expect(names.length).toBeGreaterThan(0);
    expect(names.every(Boolean)).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  it("row 132: the name of each control holds the words that stand on it", async () => {
    const { root } = await mountLayout(name, {
      offers: STATES.map((state) => view({ id: state }, state, { canUndo: true })),
      misfits: [aMisfit()],
    });
    for (const control of root.querySelectorAll("[aria-label].button"))
      expect(control.getAttribute("aria-label")).toContain(control.textContent);
  });

  it("row 121: accept and decline follow each other in the order of the Tab key, and nothing is ticked or chosen", async () => {
    const { root, rows } = await mountLayout(name);
    const controls = [...rows()[0]!.querySelectorAll("a, button, input, select")];
    const at = controls.indexOf(accepterOf(rows()[0]!));
    expect(controls[at + 1]?.getAttribute("aria-label")).toBe("No thanks: Clear case");
    expect(root.querySelectorAll(":checked, [checked], [aria-checked=true], [aria-pressed=true]")).toHaveLength(0);
  });

  it("row 122: no struck price, no percentage, no saving", async () => {
    const { root } = await mountLayout(name, { offers: [view(), view(upSell)] });
    expect(root.querySelector("s, del, strike")).toBeNull();
    expect(root.textContent).not.toMatch(/%|sav(e|ing)|only \d+ left|hurry/i);
  });

  it("while it works a second press is not heard, and the control keeps its place and the focus", async () => {
    const { rows, calls, root, update } = await mountLayout(name);
    const accepter = accepterOf(rows()[0]!);
    accepter.focus();
    update({ offers: [view({}, "working")] });
    expect(root.activeElement).toBe(accepter);
    expect(accepter.getAttribute("aria-disabled")).toBe("true");
    acceptRow(rows()[0]!);
    expect(acceptedBy(calls)).toEqual([]);
    expect(calls.undo).not.toHaveBeenCalled();
  });

  it.each([
    ["the shop's own words first", { reason: "refused", message: "Two at most." }, "Two at most."],
    ["no connection", { reason: "network" }, en.offline],
    ["sold out", { reason: "sold-out" }, en.soldOut],
  ] as const)("says in words why it failed, and can be tried again: %s", async (_, why, words) => {
    const { rowOf, calls } = await mountLayout(name, { offers: [view({ id: "a" }, "failed", why)] });
    expect(rowOf("a").textContent).toContain(words);
    acceptRow(rowOf("a"));
    expect(acceptedBy(calls)).toEqual([["a", undefined]]);
  });

  it("row 125: after a refusal the question why has the focus, needs no answer, and takes one", async () => {
    const { rows, root, queries, update, calls } = await mountLayout(name);
    queries.getByRole("button", { name: "No thanks: Clear case" }).focus();
    update({ offers: [view({}, "declined")] });
    expect(root.activeElement?.textContent).toContain(en.whyNot);
    expect(accepterOf(rows()[0]!)).toBeNull();
    fireEvent.click(queries.getByRole("button", { name: "Too dear: Clear case" }));
    expect(calls.rate).toHaveBeenCalledWith(expect.objectContaining({ id: anOffer().id }), "too-dear");
    update({ offers: [view({}, "thanked")] });
    expect(root.activeElement?.textContent).toContain(en.thanks);
  });

  it("row 125: when the offer with the focus goes, the next one takes it; after the last, something inside still has it", async () => {
    const { root, rowOf, update } = await mountLayout(name, { offers: [view({ id: "a" }), view({ id: "b" })] });
    accepterOf(rowOf("a")).focus();
    update({ offers: [view({ id: "b" })] });
    expect(rowOf("b").contains(root.activeElement)).toBe(true);
    update({ offers: [] });
    expect(root.activeElement).not.toBeNull();
  });

  it("keeps the focus when the offers change places", async () => {
    const { root, rowOf, update } = await mountLayout(name, { offers: [view({ id: "a" }), view({ id: "b" })] });
    const accepter = accepterOf(rowOf("a"));
    accepter.focus();
    update({ offers: [view({ id: "b" }), view({ id: "a" })] });
    expect(root.activeElement).toBe(accepter);
  });

  it("tells what a measure costs, and the shop's tax note, beside the price", async () => {
    const product = aProduct({ unit: { price: euro(1.2), per: "100 g" } });
    const { rowOf } = await mountLayout(name, { texts: { ...en, tax: "incl. VAT" }, offers: [view({ id: "a", product })] });
    expect(rowOf("a").textContent).toMatch(/€19\.90 .*€1\.20 \/ 100 g · incl\. VAT/);
  });

  it("tells the rating in figures, named in words, and not once more as the reason", async () => {
    const rating = { value: 4.6, count: 1213 };
    const offers = [view({ id: "a", product: aProduct({ rating }), because: [{ kind: "rating", ...rating }] })];
    const { rowOf, queries } = await mountLayout(name, { offers });
    expect(queries.getByRole("img", { name: /4\.6 of 5 from .* reviews/ }).textContent).toBe("★ 4.6 (1,213)");
    expect(rowOf("a").textContent).not.toContain("of 5 from");
  });

  it.each([
    ["by name", { by: "Volt & Co" }, "Paid partner: Volt & Co"],
    ["without one", {}, "Paid partner"],
  ])("labels what somebody paid for: %s", async (_, by, label) => {
    const product = aProduct({ kind: "partner", url: "https://partner.example/", ...by });
    const { queries } = await mountLayout(name, { offers: [view({ product })] });
    expect(queries.getByText(label)).toBeTruthy();
    expect(queries.queryByRole("button", { name: /Add|Swap/ })).toBeNull();
  });

  it("links the terms of a service, beside the shop and nothing but a safe address", async () => {
    const service = (id: string, terms: string) => view({ id, product: aProduct({ title: `Care ${id}`, kind: "service", terms }) });
    const offers = [service("a", "https://insurer.example/terms"), service("b", "javascript:alert(1)")];
    const { queries } = await mountLayout(name, { offers });
    const links = queries.getAllByRole<HTMLAnchorElement>("link", { name: /^Terms/ });
    expect(links.map((link) => [link.getAttribute("aria-label"), link.href, link.target, link.rel])).toEqual([
      ["Terms: Care a", "https://insurer.example/terms", "_blank", "noopener"],
    ]);
  });

  it("every class is a part of the same name, as painted and as drawn anew", async () => {
    const { root, update } = await mountLayout(name);
    for (const state of STATES) {
      const elements = [...root.querySelectorAll("[class]")];
      expect(elements.length).toBeGreaterThan(3);
      expect(elements.map((element) => element.getAttribute("part"))).toEqual(elements.map((element) => element.getAttribute("class")));
      update({ offers: [view({}, state)] });
    }
  });

  it("announces each outcome once, and nothing while the shop is asked", async () => {
    const { queries, update } = await mountLayout(name);
    const status = queries.getByRole("status");
    update({ offers: [view()] });
    const heard = (["working", "done", "working", "ready", "declined", "thanked"] as const).map((state) => {
      update({ offers: [view({}, state)] });
      return status.textContent;
    });
    expect(heard).toEqual(["", "Clear case is in your cart", "", en.undone, en.declined, en.thanks]);
    expect(queries.getAllByRole("status")).toEqual([status]);
  });

  it("asks about a line that lost its place, and names it in every answer", async () => {
    const { queries, calls } = await mountLayout(name, { misfits: [aMisfit()] });
    expect(queries.getByText(/Clear case does not fit Aster 9 Plus/)).toBeTruthy();
    fireEvent.click(queries.getByRole("button", { name: "Exchange for Plus case: Clear case" }));
    fireEvent.click(queries.getByRole("button", { name: "Remove: Clear case" }));
    fireEvent.click(queries.getByRole("button", { name: "Keep: Clear case" }));
    for (const call of [calls.exchange, calls.remove, calls.keep]) expect(call).toHaveBeenCalledOnce();
  });

  it("offers no removal where the shop has none", async () => {
    const { queries } = await mountLayout(name, { misfits: [aMisfit({ canRemove: false })] });
    expect(queries.queryByRole("button", { name: /^Remove/ })).toBeNull();
  });

  it("row 81: what throws while drawing leaves its own root empty and the next one alive", async () => {
    const broken = await mountLayout(name, {
      money: () => {
        throw new Error("no money");
      },
    });
    const sound = await mountLayout(name);
    expect(broken.rows()).toEqual([]);
    expect(() => broken.update({})).not.toThrow();
    expect(sound.rows()).toHaveLength(1);
  });

  it("row 81: what throws in answer to a press does not reach the page", async () => {
    const fail = vi.fn(() => {
      throw new Error("the shop's own code");
    });
    const { rows } = await mountLayout(name, {
      accept: fail,
      acceptAll: fail,
    });
    const heard = vi.fn();
    addEventListener("error", heard);
    acceptRow(rows()[0]!);
    removeEventListener("error", heard);
    expect(fail).toHaveBeenCalledOnce();
    expect(heard).not.toHaveBeenCalled();
  });

  it("stop empties the root, twice without harm, and nothing is drawn afterwards", async () => {
    const { root, handle, update } = await mountLayout(name);
    handle.stop();
    handle.stop();
    update({ offers: [view({ id: "late" })] });
    expect(root.childNodes).toHaveLength(0);
  });
});
