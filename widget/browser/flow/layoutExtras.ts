/** What is given to layouts that not every page has: all the texts, and the product in view. */
export { loadAllTexts } from "../ui/texts/loadAllTexts.ts";
export { viewOf } from "./viewOf.ts";
