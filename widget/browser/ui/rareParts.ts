import { besidePrice } from "./besidePrice.ts";
import { Notes } from "./Notes.tsx";
import type { RareParts } from "./PartProps.ts";
import { VariantChoice } from "./VariantChoice.tsx";

export const rareParts: RareParts = { Notes, VariantChoice, besidePrice };
