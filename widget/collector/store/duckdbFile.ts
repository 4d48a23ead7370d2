import { existsSync, renameSync } from "node:fs";
import { open, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { DuckDBInstance } from "@duckdb/node-api";
import { TABLES } from "./duckdbTables.ts";

/** Ends the name of a copy that is being written; what is found of it is left from a run that was broken off. */
const DRAFT = ".rewriting";
/** What the copy is called in SQL. */
const COPY = "goeswith_rewriting";

/** An open file, with one connection to write and one to read at the same time. */
export interface OpenFile {
  readonly writer: DuckDBConnection;
  readonly reader: DuckDBConnection;
  /** Whether rows that were removed may still be in it. */
  readonly wasBrokenOff: boolean;
  close(): void;
}

/** Opens the file, made if absent, with its tables. Rejects when another process has it, or it is no database. */
export async function openFile(file: string): Promise<OpenFile> {
  const before = await inode(file);
  const instance = await DuckDBInstance.create(file);
  const [writer, reader] = [await instance.connect(), await instance.connect()];
  const close = () => {
    for (const connection of [writer, reader]) connection.closeSync();
    instance.closeSync();
  };
  await writer.run(TABLES);
  const wasBrokenOff = existsSync(`${file}${DRAFT}`);
  await removeDraft(file);
  if (before === undefined || before === (await inode(file))) return { writer, reader, wasBrokenOff, close };
  // Another process put a new copy in the file's place just when this one opened it.
  close();
  return openFile(file);
}

/**
 * Writes what is in the file into a new one that takes its place, because a database leaves the bytes of removed rows where they
 * were. Until the last step the file is as it was; whatever breaks off before leaves it so.
 */
export async function rewriteFile(old: OpenFile, file: string): Promise<OpenFile> {
  if (file === ":memory:") return old;
  await removeDraft(file);
  try {
    await copyTo(old.writer, `${file}${DRAFT}`);
  } catch (error) {
    await removeDraft(file);
    throw error;
  }
  old.close();
  // Nothing may come in between: now nobody holds the file.
  renameSync(`${file}${DRAFT}`, file);
  await flushFolder(dirname(file));
  return openFile(file);
}

async function copyTo(connection: DuckDBConnection, target: string): Promise<void> {
  const name = String((await connection.runAndReadAll("select current_database()")).getRows()[0]?.[0]);
  await connection.run(`attach '${target.replaceAll("'", "''")}' as ${COPY}`);
  try {
    await connection.run(`copy from database "${name.replaceAll('"', '""')}" to ${COPY}`);
    await connection.run(`checkpoint ${COPY}`);
  } finally {
    await connection.run(`detach ${COPY}`);
  }
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
