import type { Layout } from "../../../types/layout.ts";

/** Every look by its name, loaded when used. */
export const layouts: ReadonlyMap<string, () => Promise<Layout>> = new Map([
  ["list", () => import("./list.tsx").then(({ list }) => list)],
  ["swap", () => import("./swap.tsx").then(({ swap }) => swap)],
  ["bump", () => import("./bump.tsx").then(({ bump }) => bump)],
]);
