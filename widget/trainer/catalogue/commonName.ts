/** The name that variants share: the words all their names begin with, or else end with; the shortest name where they share none. */
export function commonName(names: readonly string[]): string {
  const words = names.map((name) => name.split(/\s+/).filter(Boolean));
  const start = trim(shared(words).join(" "));
  const end = trim(
    shared(words.map((list) => list.toReversed()))
      .toReversed()
      .join(" "),
  );
  const [shortest = ""] = names.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return start || end || shortest;
}

function shared([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  const length = first.findIndex((word, at) => others.some((words) => words[at] !== word));
  return length < 0 ? first : first.slice(0, length);
}

/** Without the dashes, commas and opened brackets that stood before what differs. */
function trim(name: string): string {
  return name.replace(/^[\s\-–—,/|:;)\]]+|[\s\-–—,/|:;([]+$/g, "");
}
