import type { OwnLayout } from "./createLayout.ts";

/** Every look by its name, loaded when used. */
export const layouts: ReadonlyMap<string, () => Promise<OwnLayout>> = new Map([
  ["list", () => import("./list.tsx").then(({ list }) => list)],
  ["swap", () => import("./swap.tsx").then(({ swap }) => swap)],
  ["bump", () => import("./bump.tsx").then(({ bump }) => bump)],
]);
