import type { StoreProduct } from "../storeProduct.ts";
import { box, frame } from "./frame.ts";
import type { PictureLook } from "./frame.ts";
import { paintOf } from "./paint.ts";

const HUES = ["#8fae97", "#d8b08a", "#8fa6d0", "#d99a94", "#b3a4d9", "#8fc0bd", "#cdb46f", "#a9b0bd"];

const bag = [
  `<path d="M190 140c0-58 100-58 100 0" fill="none" stroke="url(#side)" stroke-width="11"/>`,
  `<path d="M130 140h220l18 250H112z" fill="url(#body)"/><path d="M300 140h50l18 250h-52z" fill="#000" opacity=".09"/>`,
  `<circle cx="228" cy="268" r="46" fill="#fff" opacity=".3"/>`,
].join("");

const parcel = [
  `<path d="M240 112l140 66v150l-140 66-140-66V178z" fill="url(#side)"/><path d="M240 112l140 66-140 66-140-66z" fill="url(#body)"/>`,
  `<path d="M100 178l140 66v150l-140-66z" fill="url(#body)" opacity=".75"/><path d="M170 145l140 66v44l-30-14v-16L140 159z" fill="#fff" opacity=".4"/>`,
].join("");

const jar = [
  box(158, 146, [164, 248, 44], `fill="url(#body)"`),
  box(170, 96, [140, 56, 16], `fill="url(#side)"`),
  box(158, 226, [164, 98, 0], `fill="#fff" opacity=".34"`),
  `<path d="M184 176v40" stroke="#fff" stroke-width="9" stroke-linecap="round" opacity=".6"/>`,
].join("");

const bowl = [
  `<path d="M204 176c-14-22 14-30 0-54M244 170c-14-22 14-30 0-54M284 176c-14-22 14-30 0-54" fill="none" stroke="url(#side)" stroke-width="7" stroke-linecap="round" opacity=".45"/>`,
  `<path d="M90 226h300c0 92-58 160-150 160S90 318 90 226z" fill="url(#body)"/><ellipse cx="240" cy="226" rx="150" ry="34" fill="url(#side)"/>`,
  `<ellipse cx="240" cy="230" rx="128" ry="24" fill="#fff" opacity=".3"/>`,
].join("");

const SHAPES = [bowl, bag, jar, parcel];

/** A calm picture for a product nobody has photographed; the same product always gets the same one. */
export function neutralPicture({ id, title }: StoreProduct, look?: PictureLook): string {
  let hash = 7;
  for (const character of title + id) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return frame(paintOf(HUES[hash % HUES.length] as string), SHAPES[(hash >>> 8) % SHAPES.length] as string, look);
}
