import type { OwnLayout } from "./createLayout.ts";

/** Every look by its name, loaded when used. */
export const layouts: ReadonlyMap<string, () => Promise<OwnLayout>> = new Map([
  ["list", () => import("../firstLook.ts").then(({ list }) => list)],
  ["strip", () => import("./strip.tsx").then(({ strip }) => strip)],
  ["bundle", () => import("./bundle.tsx").then(({ bundle }) => bundle)],
  ["swap", () => import("./swap.tsx").then(({ swap }) => swap)],
  ["bump", () => import("./bump.tsx").then(({ bump }) => bump)],
]);
