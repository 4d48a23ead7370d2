/** The cookies of a request by name. */
export function readCookies(header: string | undefined): Readonly<Record<string, string>> {
  const parts = (header ?? "").split(";").map((part) => part.trim().split("="));
  return Object.fromEntries(parts.filter(([name, value]) => name && value).map(([name, value]) => [name, value])) as Record<string, string>;
}
