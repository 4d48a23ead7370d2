import { existsSync, renameSync } from "node:fs";
import { open, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { DuckDBConnection, DuckDBPreparedStatement } from "@duckdb/node-api";
import { DuckDBInstance } from "@duckdb/node-api";
import { INSERT_EVENTS, TABLES } from "./duckdbTables.ts";
import { inTransaction } from "./inTransaction.ts";

/** Ends the name of a copy that is being written; what is found of it is left from a run that was broken off. */
const DRAFT = ".rewriting";
/** What the copy is called in SQL. */
const COPY = "goeswith_rewriting";

/** An open file, with one connection to write and one to read at the same time. */
export interface OpenFile {
  readonly writer: DuckDBConnection;
  readonly reader: DuckDBConnection;
  /** Of the writer. Fails where one of the ids is stored already. */
  readonly insertNew: DuckDBPreparedStatement;
  /** Whether rows that were removed may still be in it. */
  readonly wasBrokenOff: boolean;
  connect(): Promise<DuckDBConnection>;
  close(): void;
}

/**
 * Opens the file, made if absent, with its tables. Rejects when another process has it, or it is no database, or one of something else,
 * which is left as it is.
 */
export async function openFile(file: string): Promise<OpenFile> {
  const before = await inode(file);
  const instance = await DuckDBInstance.create(file);
  const [writer, reader] = [await instance.connect(), await instance.connect()];
  const shut = () => {
    for (const connection of [writer, reader]) connection.closeSync();
    instance.closeSync();
  };
  const insertNew = await makeReady(writer).catch((error: unknown) => {
    shut();
    throw error;
  });
  const close = () => {
    insertNew.destroySync();
    shut();
  };
  const wasBrokenOff = existsSync(`${file}${DRAFT}`);
  await removeDraft(file);
  if (before === undefined || before === (await inode(file)))
    return { writer, reader, insertNew, wasBrokenOff, connect: () => instance.connect(), close };
  // Another process put a new copy in the file's place just when this one opened it.
  close();
  return openFile(file);
}

/** Makes the tables or brings them up to date: all of it, or nothing where they are tables of something else. */
function makeReady(writer: DuckDBConnection): Promise<DuckDBPreparedStatement> {
  return inTransaction(writer, async () => {
    await writer.run(TABLES);
    return writer.prepare(INSERT_EVENTS);
  });
}

/**
 * Writes the events into a new file, because a database leaves the bytes of removed rows where they were. That takes its time;
 * meanwhile events may come in.
 */
export async function copyAside(open: OpenFile, file: string): Promise<void> {
  await removeDraft(file);
  const connection = await open.connect();
  try {
    const [name] = (await connection.runAndReadAll("select current_database()")).getRows()[0] ?? [];
    const main = `"${String(name).replaceAll('"', '""')}"`;
    await connection.run(`attach '${`${file}${DRAFT}`.replaceAll("'", "''")}' as ${COPY}`);
    await connection.run(`use ${COPY}; ${TABLES}; use ${main}`);
    await connection.run(`insert into ${COPY}.events by name from events order by arrival`);
    await connection.run(`checkpoint ${COPY}`);
    connection.closeSync();
  } catch (error) {
    connection.closeSync();
    await dropCopy(open, file);
    throw error;
  }
}

/**
 * Adds to the new file what came in since and everything else, and puts it in the old one's place. Until that last step the old
 * file is as it was; whatever breaks off before leaves it so. Nothing else may use the file meanwhile.
 */
export async function takeCopy(old: OpenFile, file: string): Promise<OpenFile> {
  try {
    await old.writer.run(`insert into ${COPY}.events by name from events
      where arrival > (select coalesce(max(arrival), 0) from ${COPY}.events) order by arrival`);
    for (const table of await otherTables(old.writer)) await old.writer.run(`insert into ${COPY}.${table} by name from ${table}`);
    await old.writer.run(`checkpoint ${COPY}; detach ${COPY}`);
  } catch (error) {
    await dropCopy(old, file);
    throw error;
  }
  old.close();
  // Nothing may come in between: now nobody holds the file.
  renameSync(`${file}${DRAFT}`, file);
  await flushFolder(dirname(file));
  return openFile(file);
}

/** Every table of the file but that of the events. */
async function otherTables(connection: DuckDBConnection): Promise<readonly string[]> {
  const tables = await connection.runAndReadAll(
    `select table_name from duckdb_tables() where database_name = current_database() and not temporary and table_name <> 'events'`,
  );
  return tables.getRows().map(([name]) => String(name));
}

async function dropCopy({ connect }: OpenFile, file: string): Promise<void> {
  const connection = await connect();
  await connection.run(`detach database if exists ${COPY}`);
  connection.closeSync();
  await removeDraft(file);
}

async function removeDraft(file: string): Promise<void> {
  for (const path of [`${file}${DRAFT}`, `${file}${DRAFT}.wal`]) await rm(path, { force: true });
}

/** So that the new name outlives the machine being switched off. Some systems cannot; theirs is the file system's own time. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

async function inode(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.ino;
}
