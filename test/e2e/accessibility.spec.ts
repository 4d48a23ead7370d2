import { expect, type Page, test } from "@playwright/test";
import { axeFindings, hearStatus, pressUntilSeen } from "../support/assist.ts";
import { declineFirst, fillCart, placement } from "../support/shopper.ts";

const PAGES = [
  ["product", "/p/aster-9"],
  ["cart", "/cart"],
  ["checkout", "/checkout"],
] as const;

const offers = (page: Page, name: string) => placement(page, name).locator("[data-offer]");

for (const [name, path] of PAGES) {
  test(`row 123: axe finds nothing on the ${name} page, light, dark and in forced colours @chromium`, async ({ page }) => {
    await fillCart(page, { product: "vela-10" });
    for (const theme of ["light", "dark"]) {
      await page.goto(`${path}?theme=${theme}`);
      await expect(offers(page, name).first()).toBeVisible();
      expect(await axeFindings(page)).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: "active" });
    // What axe reads of colours are the page's; painted are the shopper's own, as long as nothing refuses them.
    expect((await axeFindings(page)).filter((finding) => !/^\w+ color-contrast/.test(finding))).toEqual([]);
    const refusing = await page.evaluate(() =>
      [...document.querySelectorAll("goes-with-offers")]
        .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll("*") ?? [])])
        .filter((element) => getComputedStyle(element).forcedColorAdjust === "none"),
    );
    expect(refusing).toEqual([]);
  });
}

test("row 123: axe finds nothing in the drawer, after an add and after a refusal @chromium", async ({ page }) => {
  await page.goto("/p/aster-9");
  await page.locator("[data-buy]").getByRole("button", { name: "Add to cart" }).click();
  const drawer = placement(page, "drawer");
  await drawer
    .getByRole("button", { name: /^Add .* to cart/ })
    .first()
    .click();
  await expect(drawer.getByRole("status")).toHaveText(/is in your cart/);
  await declineFirst(drawer);
  expect(await axeFindings(page)).toEqual([]);
});

test("row 132: every control has a name of its own, no picture without words is read, and each place is one region with its heading @chromium", async ({
  page,
}) => {
  await page.route("/goeswith.json", async (route) => {
    const config = (await (await route.fetch()).json()) as { placements?: object };
    await route.fulfill({ json: { ...config, placements: { ...config.placements, product: { headingLevel: 4 } } } });
  });
  await fillCart(page, { product: "vela-10" });
  for (const [name, path] of PAGES) {
    await page.goto(path);
    await expect(offers(page, name).first()).toBeVisible();
    const hosts = await page.locator("goes-with-offers").filter({ visible: true }).all();
    const read = (await Promise.all(hosts.map((host) => host.ariaSnapshot()))).join("\n");
    const names = [...read.matchAll(/- '?(?:button|checkbox|combobox|link) "(.+?)"/g)].map(([, said]) => said);
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(names.length);
    expect(read).not.toMatch(/- (?:img|button|checkbox|combobox|link)(?: \[|:|$)/m);
    const regions = [...read.matchAll(/- region "(.+?)"/g)].map(([, said]) => said);
    expect(regions).toHaveLength(hosts.length);
    expect(new Set(regions).size).toBe(hosts.length);
    const headings = [...read.matchAll(/- heading ".+?" \[level=(\d)\]/g)].map(([, level]) => level);
    expect(new Set(headings)).toEqual(new Set({ product: ["4"], cart: ["2"], checkout: [] }[name]));
  }
});

test("each thing done is announced once @chromium", async ({ page }) => {
  await fillCart(page, { product: "aster-9", variant: "aster-9-512-midnight" });
  await page.goto("/cart");
  const main = page.locator("main");
  const list = placement(page, "cart");
  const press = async (name: RegExp | string) => main.getByRole("button", { name }).first().click();
  await pressUntilSeen(page, main.getByRole("button", { name: "Swap Aster 9 for Aster 9 Plus" }));
  await expect(list.getByRole("status")).toBeAttached();
  const heard = await hearStatus(page);
  const said: string[] = [];
  const expectSaid = async (text: RegExp | string) => {
    await expect.poll(() => heard.at(said.length)).toMatch(text);
    said.push(heard[said.length] ?? "");
  };
  await press(/^Add Clear case/);
  await expectSaid("Clear case for Aster 9 is in your cart");
  await press("Undo: Clear case for Aster 9");
  await expectSaid("Undone");
  await press(/^Add Clear case/);
  await expectSaid("Clear case for Aster 9 is in your cart");
  await press("Swap Aster 9 for Aster 9 Plus");
  await expectSaid(/Aster 9 Plus/);
  await press(/^Exchange for/);
  await expectSaid("Done");
  expect(heard).toEqual(said);
});

test("a second refusal is announced as the first was @chromium", async ({ page }) => {
  await page.goto("/p/aster-9");
  const list = placement(page, "product");
  const press = (name: string) => list.getByRole("button", { name }).click();
  await press("No thanks: Clear case for Aster 9");
  await expect(list.getByRole("status").first()).toHaveText("All right, not this one.");
  const heard = await hearStatus(page);
  await press("No thanks: Screen protector for Aster 9");
  await expect.poll(() => heard).toEqual(["All right, not this one."]);
  await press("Too dear: Screen protector for Aster 9");
  await expect.poll(() => heard).toEqual(["All right, not this one.", "Thank you."]);
});
