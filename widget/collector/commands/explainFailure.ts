interface Failure {
  readonly message: string;
  readonly code?: string;
  readonly port?: number;
}

/** What DuckDB says of a file it cannot open, and what to do about it. Tried in this order. */
const REASONS: readonly (readonly [RegExp, (data: string) => string])[] = [
  [/\block\b/i, (data) => `another process has ${data} open; stop that one, or give this one a file of its own (--data)`],
  [/not a valid DuckDB/i, (data) => `${data} is no DuckDB file; it was left as it is. Give another name (--data)`],
  [
    /replaying WAL/i,
    (data) =>
      `${data}.wal, where the newest events are, is damaged. Put both files back from a copy, or move that one away to go on without them`,
  ],
  [/corrupt|could not read enough|checksum/i, (data) => `${data} is damaged. Put it back from a copy, or begin a new file (--data)`],
  [/permission denied|read-only/i, (data) => `this user may not write ${data}, or not its folder`],
  [/no such file or directory/i, (data) => `the folder of ${data} does not exist`],
  [/is a directory/i, (data) => `${data} is a folder; the name of a file is needed (--data)`],
  [/no space left/i, (data) => `the disk of ${data} is full`],
  [/binder error|catalog error/i, (data) => `${data} holds tables of something else; it was left as it is. Give another name (--data)`],
];

/** Why the collector cannot start, in words that say how to mend it. */
export function explainFailure(error: unknown, data: string): string {
  const { code, message, port }: Failure = error instanceof Error ? error : { message: String(error) };
  const missing = /Cannot find (?:package|module) '((?:@[^/']+\/)?[^/']+)/.exec(message)?.[1];
  if (code === "ERR_MODULE_NOT_FOUND" && missing) return `${missing} is not installed. npm install fastify zod @duckdb/node-api`;
  if (code === "EADDRINUSE") return `port ${port} is taken; choose another`;
  if (code === "EACCES") return `this user may not take port ${port}; choose one above 1023`;
  const words = REASONS.find(([pattern]) => pattern.test(message))?.[1];
  return words ? `${words(data)} (${message.split("\n")[0] ?? ""})` : message;
}
