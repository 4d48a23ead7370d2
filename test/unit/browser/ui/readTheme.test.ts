import { afterEach, describe, expect, it } from "vitest";
import type { Theme } from "../../../../widget/types/config.ts";
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
    expect(theme["text"]).toBe("rgb(28,28,31)");
  });

  it("mutes only text that stays readable", () => {
    const muted = (colour: string) => read(`<main ${WHITE_PAGE}><div id="here" style="color: ${colour}"></div></main>`)["muted"];
    expect(muted("rgb(20, 20, 20)")).toContain("color-mix");
    expect(muted("rgb(100, 100, 100)")).toBe("rgb(100, 100, 100)");
  });

  it("takes accent and roundness from the shop's own filled button, and writes on it in the colour that reads better", () => {
    const button = (style: string) => `<button type="submit" style="${style}">Buy</button>`;
    const page = (inner: string) =>
      `<main ${WHITE_PAGE}>${button("background-color: rgba(0, 0, 0, 0)")}${inner}<div id="here"></div></main>`;
    expect(read(page(button("background-color: rgb(255, 220, 80); border-radius: 9px")))).toMatchObject({
      accent: "rgb(255, 220, 80)",
      "on-accent": "#000",
      radius: "9px",
    });
    expect(read(page(button("background-color: rgb(31, 95, 74)")))).toMatchObject({ accent: "rgb(31, 95, 74)", "on-accent": "#fff" });
  });

  it("without such a button the text's own colour stands in", () => {
    expect(read(`<main ${WHITE_PAGE}><div id="here"></div></main>`)["accent"]).toBe("rgb(20, 20, 20)");
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
