/** Where a text stops being JSON. Both count from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly what: string;
}

const SPACE = /[ \t\r\n]*/y;
// oxlint-disable-next-line no-control-regex -- JSON forbids them in a string.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** The first fault of a text that `JSON.parse` refuses; `undefined`: it is JSON. `JSON.parse` itself does not always say where. */
export function jsonFault(text: string): JsonFault | undefined {
  const stray = scan(text);
  if (!stray) return undefined;
  const before = text.slice(0, stray.at).split("\n");
  const found = stray.at < text.length ? JSON.stringify(text[stray.at]) : "the end of the file";
  return { line: before.length, column: (before.at(-1) ?? "").length + 1, what: `found ${found} where ${stray.wanted} belongs` };
}

/** Goes through the text by JSON's grammar; each step says whether it came through. */
function scan(text: string): { readonly at: number; readonly wanted: string } | undefined {
  let at = 0;
  let wanted = "nothing more";
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const isThere = pattern.test(text);
    if (isThere) at = pattern.lastIndex;
    return isThere;
  };
  const miss = (what: string): boolean => ((wanted = what), false);
  const takeSign = (sign: string): boolean => take(SPACE) && text[at] === sign && ++at > 0;
  const takeString = (what: string): boolean =>
    take(STRING) || miss(text[at] === '"' ? "a string that ends on its line, with sound escapes," : what);
  const takeList = (end: string, takeItem: () => boolean): boolean => {
    if (takeSign(end)) return true;
    do if (!takeItem()) return false;
    while (takeSign(","));
    return takeSign(end) || miss(`"," or "${end}"`);
  };
  const takeMember = (): boolean => take(SPACE) && takeString("a name in double quotes") && (takeSign(":") || miss('":"')) && takeValue();
  const takeValue = (): boolean => {
    if (takeSign("{")) return takeList("}", takeMember);
    if (takeSign("[")) return takeList("]", takeValue);
    return take(SCALAR) || takeString("a value");
  };
  return takeValue() && take(SPACE) && at === text.length ? undefined : { at, wanted };
}
