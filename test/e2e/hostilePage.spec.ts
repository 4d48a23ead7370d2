import { expect, type Page } from "@playwright/test";
import { test } from "../support/hostPage.ts";
import { cartLines, fillCart, offerIds, placement } from "../support/shopper.ts";

/** Markup and styles that would break what is not shut off from them. */

const offers = (page: Page) => placement(page, "cart").locator("[data-offer]");

/** Lets the page's markup through `change`. */
const changePage = (page: Page, path: string, change: (html: string) => string) =>
  page.route(path, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });

/** Styles the page in a way that a strict policy has nothing against. */
const styled = (page: Page, css: string) =>
  page.addInitScript((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }, css);

test.describe("a hostile page", { tag: "@chromium" }, () => {
  test.beforeEach(({ page }) => fillCart(page, { product: "aster-9" }));

  test("rows 64 and 65: of three tags, one of them another version, one is at work: one list for each place, each event once", async ({
    page,
    host,
  }) => {
    const lines: string[] = [];
    page.on("console", (message) => lines.push(message.text()));
    const tag = /<script async src="\/goeswith\/goeswith\.js"[^>]*><\/script>/;
    await changePage(page, "**/cart", (html) =>
      html.replace(tag, (first) => {
        const other = first.replace("goeswith.js", "goeswith.one.js");
        const hear = `<script>goesWith("on", ({ type, offer }) => console.info("happened " + type + " " + offer))</script>`;
        return hear + first + first + other;
      }),
    );
    await page.route("**/goeswith.one.js", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll(/\d+\.\d+\.\d+/g, "0.0.1") });
    });
    await page.goto("/cart");
    await expect(offers(page).first()).toBeVisible();
    await expect.poll(() => lines.filter((line) => /is at work/.test(line)).length).toBe(2);
    await expect.poll(() => lines.filter((line) => line.startsWith("happened shown")).length).toBeGreaterThan(0);
    const ids = await offerIds(page);
    expect(ids).toEqual([...new Set(ids)]);
    const happened = lines.filter((line) => line.startsWith("happened"));
    expect(happened).toEqual([...new Set(happened)]);
    await host.expectIntact();
  });

  test("row 67: no rule of the page reaches twenty probes in our roots", async ({ page }) => {
    const hostile = [
      "html{font-size:62.5%!important}",
      "body,body *{line-height:0!important;text-transform:uppercase!important;letter-spacing:.5em!important;word-spacing:2em!important;" +
        "text-indent:5em!important;white-space:pre!important;text-align:right!important;font-style:italic!important;text-shadow:0 0 9px red!important}",
      // What we stand in may not vanish, because without a box there is no width to look at.
      "*:not(html,body,:has(goes-with-offers)){all:unset!important;display:none!important}*::before,*::after{all:unset!important}",
      ":is(button,select,input,a,p,ul,li,h2,h3,img,section,div,span):not(:has(goes-with-offers)){display:none!important;color:lime!important;background:red!important;" +
        "border:9px solid blue!important;margin:40px!important;padding:40px!important;position:fixed!important;float:right!important;opacity:.1!important}",
      "goes-with-offers{all:unset!important;display:none!important;opacity:.1!important;transform:scale(2)!important;position:fixed!important}",
    ];
    const probes = () =>
      page.evaluate(() => {
        const own =
          "display position float opacity transform visibility margin padding border-width border-style border-radius text-transform letter-spacing " +
          "word-spacing text-indent white-space text-align font-style font-weight text-shadow text-decoration-line cursor list-style-type float clear";
        const root = document.querySelector("goes-with[placement=cart] goes-with-offers")?.shadowRoot;
        const elements = [...(root ? [root.host, ...root.querySelectorAll("*")] : [])]
          .filter(({ localName }) => localName !== "option")
          .slice(0, 20);
        return elements.map((element) => {
          const style = getComputedStyle(element);
          // Lengths in em follow the size of the page's text, which is the page's to say.
          const size = Number.parseFloat(style.fontSize);
          const relative = (value: string) => value.replace(/[\d.]+(?=px)/g, (px) => (Number(px) / size).toFixed(1));
          const line = (Number.parseFloat(style.lineHeight) / size).toFixed(1);
          return [
            element.localName,
            `line-height ${line}`,
            ...own.split(" ").map((name) => `${name} ${relative(style.getPropertyValue(name))}`),
          ].join("; ");
        });
      });
    await page.goto("/cart");
    await expect(offers(page).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    // As narrow for text of any size.
    await placement(page, "cart").evaluate((place) => place.style.setProperty("width", "300px", "important"));
    const baseline = await probes();
    expect(baseline).toHaveLength(20);
    for (const css of hostile) {
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [sheet];
      }, css);
      expect(await probes(), css).toEqual(baseline);
    }
  });

  test("row 68: what stands beside us is as wide and as high as without us, whatever the page does with empty and following elements", async ({
    page,
  }) => {
    await styled(
      page,
      "div:empty{display:none}*+*{margin-top:3px}main>*{display:flex;flex-direction:column}" +
        "div:has(goes-with-offers){outline:1px solid red}section:has(>:only-child){padding:1px}goes-with{display:grid}",
    );
    const boxes = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("main *, header *")]
          .filter((element) => !element.closest("goes-with,goes-with-offers") && !element.querySelector("goes-with"))
          .map((element) => [element.getBoundingClientRect(), element.localName] as const)
          .map(([{ width, height }, name]) => `${name} ${Math.round(width)} ${Math.round(height)}`),
      );
    await page.goto("/cart?tag=off");
    const without = await boxes();
    await page.goto("/cart?tag=on");
    await expect(offers(page).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(await boxes()).toEqual(without);
  });

  test("row 70: in quirks mode and from right to left, on a narrow page, text keeps its size and no control is clipped", async ({
    page,
  }) => {
    const sizes = () =>
      offers(page)
        .first()
        .evaluate((row) => [...new Set([...row.querySelectorAll("*")].map((one) => getComputedStyle(one).fontSize))].sort());
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto("/cart");
    await expect(offers(page).first()).toBeVisible();
    const standard = await sizes();
    await changePage(page, "**/cart", (html) => html.replace(/<!doctype html>/i, "").replace("<html ", '<html dir="rtl" '));
    await page.goto("/cart");
    await expect(offers(page).first()).toBeVisible();
    expect(await page.evaluate(() => [document.compatMode, document.dir])).toEqual(["BackCompat", "rtl"]);
    expect(await sizes()).toEqual(standard);
    const clipped = await page
      .locator("main goes-with-offers")
      .locator("button, a, select, input")
      .evaluateAll((controls) =>
        controls.flatMap((control) => {
          const { left, right, width } = control.getBoundingClientRect();
          const isIn = width === 0 || (left >= 0 && right <= innerWidth && control.scrollWidth <= control.clientWidth + 1);
          return isIn || getComputedStyle(control).display === "inline" ? [] : [control.outerHTML];
        }),
      );
    expect(clipped).toEqual([]);
  });

  test("row 71: while a dialog of the page is open we never take the focus, and Escape closes that one only", async ({ page }) => {
    await page.goto("/cart");
    await expect(offers(page).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    const add = offers(page).first().getByRole("button", { name: /^Add / });
    await page.route(/\/api\/cart\/add/, async (route) => {
      await page.evaluate(() => {
        const dialog = document.createElement("dialog");
        dialog.id = "own";
        dialog.innerHTML = "<input id=inside>";
        document.body.append(dialog);
        dialog.showModal();
        document.querySelector<HTMLElement>("#inside")?.focus();
        Object.defineProperty(document, "strayed", { value: [] });
        document.addEventListener("focusin", ({ target }) => {
          if ((target as Element).id !== "inside")
            (document as unknown as { strayed: string[] }).strayed.push((target as Element).localName);
        });
      });
      await route.continue();
    });
    await add.click();
    await expect.poll(() => cartLines(page)).toHaveLength(2);
    await expect(
      placement(page, "cart")
        .getByText(/is in your cart/)
        .first(),
    ).toBeAttached();
    expect(await page.evaluate(() => [document.activeElement?.id, (document as unknown as { strayed: string[] }).strayed.join()])).toEqual([
      "inside",
      "",
    ]);
    await page.keyboard.press("Escape");
    await expect(page.locator("#own")).not.toHaveAttribute("open");
    await expect(offers(page).first()).toBeVisible();
  });

  test("row 81: parts whose file throws as it runs are missed by nobody but themselves", async ({ page, host }) => {
    await page.route(/\/goeswith\/c\/(swap|takeOver|delivery)-/, (route) =>
      route.fulfill({
        contentType: "text/javascript",
        headers: { "access-control-allow-origin": "*" },
        body: `throw new Error("injected")`,
      }),
    );
    await page.goto("/cart");
    await expect(offers(page).first()).toBeVisible();
    await page.getByRole("button", { name: "Accept measuring" }).click();
    await offers(page).first().getByRole("button", { name: /^Add / }).click();
    await expect.poll(() => cartLines(page)).toHaveLength(2);
    await expect(page.locator("[data-offer*=up-sell]")).toHaveCount(0);
    await host.expectIntact();
  });

  test("row 76: taken out within a view transition of the page while a press is under way, all goes on", async ({ page }) => {
    await page.goto("/cart");
    await offers(page).first().getByRole("button", { name: /^Add / }).click();
    await page.evaluate(async () => {
      const transition = document.startViewTransition(() => {
        for (const one of document.querySelectorAll("goes-with-offers")) one.remove();
      });
      await transition.updateCallbackDone;
    });
    await expect.poll(() => cartLines(page)).toHaveLength(2);
    await expect(offers(page).first()).toBeVisible();
    await offers(page)
      .getByRole("button", { name: /^No thanks/ })
      .first()
      .click();
    await expect(placement(page, "cart").getByRole("button", { name: "Not for me" })).toBeVisible();
  });
});
