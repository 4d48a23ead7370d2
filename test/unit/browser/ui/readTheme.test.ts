import { afterEach, describe, expect, it } from "vitest";
import type { Theme } from "../../../../widget/types/config.ts";
import { contrast, readShade } from "../../../../widget/browser/ui/contrast.ts";
import { readTheme } from "../../../../widget/browser/ui/readTheme.ts";

afterEach(() => {
  document.body.replaceChildren();
  document.body.removeAttribute("style");
});

/** The theme as read inside `html`, whose element with the id `here` gets the host. */
function read(html: string, theme: Theme = { scheme: "auto" }) {
  document.body.innerHTML = html;
  const host = document.createElement("goes-with-offers");
  document.querySelector("#here")!.append(host);
  return readTheme(host, theme);
}

const WHITE_PAGE = 'style="background-color: rgb(255, 255, 255); color: rgb(20, 20, 20)"';

describe("readTheme", () => {
  it("takes colour and ground from the page around, and leaves the font to be inherited", () => {
    const theme = read(`<main ${WHITE_PAGE}><div id="here" style="font-family: Georgia"></div></main>`);
    expect(theme).toMatchObject({
      font: undefined,
      text: "rgb(20, 20, 20)",
      surface: "rgb(255, 255, 255)",
      scheme: "light",
    });
    expect(theme["pad"]).toBeUndefined();
  });

  it("looks through what is transparent", () => {
    const theme = read(
      `<main style="background-color: rgb(20, 22, 24); color: rgb(240, 240, 240)"><div id="here" style="background-color: rgba(255, 255, 255, 0.1)"></div></main>`,
    );
    expect(theme).toMatchObject({ surface: "rgb(20, 22, 24)", scheme: "dark" });
  });

  it("paints a ground of its own over a picture, one that suits the text there", () => {
    const over = (colour: string) =>
      read(`<main ${WHITE_PAGE}><div id="here" style="background-image: url(/x.jpg); color: ${colour}"></div></main>`);
    expect(over("rgb(250, 250, 250)")).toMatchObject({ scheme: "dark", pad: "1em", text: "rgb(250, 250, 250)" });
    expect(over("rgb(10, 10, 10)")).toMatchObject({ scheme: "light", surface: "rgb(255,255,255)", pad: "1em" });
  });

  it("writes readably where the page does not", () => {
    const theme = read(`<main ${WHITE_PAGE}><div id="here" style="color: rgb(190, 190, 190)"></div></main>`);
    expect(theme["text"]).toBe("rgb(0,0,0)");
  });

  it("does not rely on text that its ground shines through", () => {
    const theme = read(`<main ${WHITE_PAGE}><div id="here" style="color: rgba(0, 0, 0, 0.4)"></div></main>`);
    expect(theme["text"]).toBe("rgb(0,0,0)");
  });

  it.each(["rgb(120, 120, 120)", "rgb(117, 117, 117)", "rgb(0, 128, 255)", "rgb(200, 40, 40)"])(
    "whatever the ground, text is readable: %s",
    (ground) => {
      const { text = "" } = read(`<main style="background-color: ${ground}; color: ${ground}"><div id="here"></div></main>`);
      expect(contrast(readShade(text)!, readShade(ground)!)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("mutes only text that stays readable", () => {
    const muted = (colour: string) => read(`<main ${WHITE_PAGE}><div id="here" style="color: ${colour}"></div></main>`)["muted"];
    expect(muted("rgb(20, 20, 20)")).toContain("var(--goeswith-text) 75%");
    expect(muted("rgb(100, 100, 100)")).toContain("var(--goeswith-text) 100%");
  });

  const button = (style: string) => `<button type="submit" style="${style}">Buy</button>`;
  const page = (inner: string) => `<main ${WHITE_PAGE}>${inner}<div id="here"></div></main>`;

  it("takes accent and roundness from the shop's own filled button, and writes on it as the shop does where that is readable", () => {
    const plain = button("background-color: rgba(0, 0, 0, 0)");
    expect(read(page(plain + button("background-color: rgb(255, 220, 80); color: rgb(60, 30, 0); border-radius: 9px")))).toMatchObject({
      accent: "rgb(255, 220, 80)",
      "on-accent": "rgb(60, 30, 0)",
      radius: "9px",
    });
    expect(read(page(button("background-color: rgb(255, 220, 80); color: rgb(255, 255, 255)")))["on-accent"]).toBe("rgb(0,0,0)");
    expect(read(page(button("background-color: rgb(31, 95, 74); color: rgb(20, 20, 20)")))["on-accent"]).toBe("rgb(255,255,255)");
  });

  it("prefers a button that stands out to a grey one before it", () => {
    const grey = button("background-color: rgb(221, 221, 221)");
    expect(read(page(grey + button("background-color: rgb(31, 95, 74)")))["accent"]).toBe("rgb(31, 95, 74)");
    expect(read(page(grey))["accent"]).toBe("rgb(221, 221, 221)");
  });

  it("takes the buttons of a theme of blocks, which are links", () => {
    const link = '<a class="wp-element-button" style="background-color: rgb(31, 95, 74); border-radius: 99px">Buy</a>';
    expect(read(page(link))).toMatchObject({ accent: "rgb(31, 95, 74)", radius: "99px" });
  });

  it("takes a colour of the gradient that fills a button", () => {
    const gradient = "background-color: rgba(0, 0, 0, 0); background-image: linear-gradient(rgba(255, 255, 255, 0.2), rgb(120, 10, 90))";
    expect(read(page(button(gradient)))["accent"]).toBe("rgb(120, 10, 90)");
  });

  it("takes the gradient's colour, not the one it covers", () => {
    const covered = "background-color: rgb(13, 110, 253); background-image: linear-gradient(rgb(35, 161, 209), rgb(31, 144, 187))";
    expect(read(page(button(covered)))["accent"]).toBe("rgb(31, 144, 187)");
    expect(read(page(button("background-color: rgb(13, 110, 253); background-image: none")))["accent"]).toBe("rgb(13, 110, 253)");
  });

  it("takes the roundness of a button's end, where it is joined to a field before it", () => {
    expect(read(page(button("background-color: rgb(31, 95, 74); border-radius: 0 6px 6px 0")))["radius"]).toBe("6px");
  });

  it("takes the words' colour where the shop's buttons are nothing but words, if it is readable", () => {
    const words = (colour: string) => read(page(button(`background-color: rgba(0, 0, 0, 0); color: ${colour}`)))["accent"];
    expect(words("rgb(6, 69, 173)")).toBe("rgb(6, 69, 173)");
    expect(words("rgb(170, 170, 170)")).toBe("rgb(20, 20, 20)");
  });

  it("in a dialog the dialog's own button counts", () => {
    const inside = `<dialog ${WHITE_PAGE}>${button("background-color: rgb(31, 95, 74)")}<div id="here"></div></dialog>`;
    expect(read(button("background-color: rgb(120, 10, 90)") + inside)["accent"]).toBe("rgb(31, 95, 74)");
  });

  it("without any button the text's own colour stands in", () => {
    expect(read(page(""))).toMatchObject({ accent: "rgb(20, 20, 20)", radius: undefined });
  });

  it.each([
    ["compact", ".75"],
    ["normal", undefined],
    ["roomy", "1.3"],
  ] as const)("a density of %s makes room by %s", (density, room) => {
    expect(read(page(""), { scheme: "auto", density })["density"]).toBe(room);
  });

  it("writes readably on the accent that the shop's stylesheet sets", () => {
    document.body.innerHTML = page("");
    const host = document.querySelector("#here")!.appendChild(document.createElement("goes-with-offers"));
    host.style.setProperty("--goeswith-accent", "rgb(255, 220, 80)");
    expect(readTheme(host, { scheme: "auto" })["on-accent"]).toBe("rgb(0,0,0)");
  });

  it("what is configured goes first", () => {
    const theme = read(`<main ${WHITE_PAGE}><div id="here"></div></main>`, {
      scheme: "dark",
      accent: "rgb(1, 2, 3)",
      onAccent: "rgb(4, 5, 6)",
      radius: "0",
      font: "serif",
    });
    expect(theme).toMatchObject({
      scheme: "dark",
      surface: "rgb(28,28,31)",
      text: "rgb(255,255,255)",
      accent: "rgb(1, 2, 3)",
      "on-accent": "rgb(4, 5, 6)",
      radius: "0",
      font: "serif",
    });
  });

  it("leaves no colour on the host", () => {
    document.body.innerHTML = `<main style="color: oklch(0.5 0.1 200)"><div id="here"></div></main>`;
    const host = document.querySelector("#here")!.appendChild(document.createElement("goes-with-offers"));
    readTheme(host, { scheme: "auto" });
    expect(host.style.color).toBe("");
  });
});
