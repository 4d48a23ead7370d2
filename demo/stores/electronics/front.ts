import type { StoreFront } from "../../shop/storeFront.ts";
import { drawPicture } from "./pictures/drawPicture.ts";

/** How the electronics store presents itself. */
export const front: StoreFront = {
  name: "Lumen",
  tagline: "Good electronics, calmly sold",
  currency: "EUR",
  locale: "en-IE",
  hero: {
    product: "aster-9-plus",
    title: "Bigger screen. Second morning.",
    text: "The new Aster 9 Plus goes two days on one charge and still has room for the pictures.",
  },
  rows: [
    { title: "Phones", category: "Smartphones", limit: 4 },
    { title: "To listen with", category: "Audio", limit: 4 },
    { title: "Cameras and lenses", category: "Cameras", limit: 4 },
    { title: "Laptops", category: "Laptops", limit: 4 },
  ],
  soldOutOnAdd: ["glass-aster-8"],
  picture: drawPicture,
};
