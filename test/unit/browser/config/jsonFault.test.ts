import { describe, expect, it } from "vitest";
import { jsonFault } from "../../../../widget/browser/config/jsonFault.ts";

describe("jsonFault", () => {
  it.each(["{}", "[]", ' [1, -2.5e+3, true, null, "\\u00e9\\n"] ', '{"a": {"b": [{}]}}', "7", '"x"', "0.5"])("finds none in %s", (text) => {
    expect(() => JSON.parse(text) as unknown).not.toThrow();
    expect(jsonFault(text)).toBeUndefined();
  });

  it.each([
    ["", 1, 1, "found the end of the file where a value belongs"],
    ['{"a": 1,}', 1, 9, 'found "}" where a name in double quotes belongs'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'found "\\"" where "," or "}" belongs'],
    ["{\n  a: 1\n}", 2, 3, 'found "a" where a name in double quotes belongs'],
    ['{"a" 1}', 1, 6, 'found "1" where ":" belongs'],
    ['{"a": }', 1, 7, 'found "}" where a value belongs'],
    ["[1, 2", 1, 6, 'found the end of the file where "," or "]" belongs'],
    ['{"a": "b', 1, 7, 'found "\\"" where a string that ends on its line, with sound escapes, belongs'],
    ['{"a": "b\n"}', 1, 7, 'found "\\"" where a string that ends on its line, with sound escapes, belongs'],
    ['{"a": 01}', 1, 7, 'found "0" where a value belongs'],
    ["{} x", 1, 4, 'found "x" where nothing more belongs'],
    ["{'a': 1}", 1, 2, 'found "\'" where a name in double quotes belongs'],
    ['{"a": tru}', 1, 7, 'found "t" where a value belongs'],
    ["// note\n{}", 1, 1, 'found "/" where a value belongs'],
  ])("tells where %j goes wrong", (text, line, column, what) => {
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
    expect(jsonFault(text)).toEqual({ line, column, what });
  });
});
