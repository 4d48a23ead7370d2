import { expect, test } from "vitest";
import { commonName } from "../../../../widget/trainer/catalogue/commonName.ts";

test.each([
  [["Tee - red, M", "Tee - red, L"], "Tee - red"],
  [["Aster 9 (64 GB)", "Aster 9 (128 GB)"], "Aster 9"],
  [["Red tee", "Blue tee"], "tee"],
  [["Lamp", "Sofa bed"], "Lamp"],
  [["Lamp"], "Lamp"],
])("of %j the common name is %j", (names, name) => {
  expect(commonName(names)).toBe(name);
});
