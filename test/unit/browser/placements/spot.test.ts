import { afterEach, describe, expect, it } from "vitest";
import { toSpot } from "../../../../widget/browser/placements/spot.ts";

afterEach(() => document.body.replaceChildren());

const spotIn = (html: string, position: Parameters<typeof toSpot>[1] = "append") => {
  document.body.innerHTML = `<main>${html}</main>`;
  return toSpot(document.querySelector("#here")!, position);
};

describe("toSpot", () => {
  it.each(["append", "prepend"] as const)("%s goes inside", (position) => {
    expect(spotIn(`<div id="here"></div>`, position)).toMatchObject({ position, parent: { id: "here" } });
  });

  it.each(["before", "after"] as const)("%s goes beside", (position) => {
    expect(spotIn(`<ul id="here"></ul>`, position)).toMatchObject({ position, at: { id: "here" }, parent: { localName: "main" } });
  });

  it.each([
    ["a list", `<ul id="here"></ul>`, "UL"],
    ["a paragraph", `<p id="here"></p>`, "P"],
    ["a table's row", `<table><tbody><tr id="here"></tr></tbody></table>`, "TABLE"],
    ["a heading in a list", `<ol><li></li><h3 id="here"></h3></ol>`, "OL"],
    ["a button", `<button id="here"></button>`, "BUTTON"],
  ])("row 77: beside %s, not inside", (_, html, at) => {
    expect(spotIn(html)).toMatchObject({ position: "after", at: { tagName: at }, parent: { localName: "main" } });
  });

  it("row 77: a table's cell and a list's item can hold us", () => {
    expect(spotIn(`<table><tbody><tr><td id="here"></td></tr></tbody></table>`)).toMatchObject({ parent: { localName: "td" } });
    expect(spotIn(`<ul><li id="here"></li></ul>`)).toMatchObject({ parent: { localName: "li" } });
  });

  it("row 77: beside an element that shows a shadow root of its own", () => {
    document.body.innerHTML = `<main><div id="here"></div></main>`;
    const here = document.querySelector("#here")!;
    here.attachShadow({ mode: "open" });
    expect(toSpot(here, "append")).toMatchObject({ position: "after", at: { id: "here" }, parent: { localName: "main" } });
  });

  it("has no place for what is in no page", () => {
    expect(toSpot(document.createElement("ul"), "append")).toBeUndefined();
  });
});
