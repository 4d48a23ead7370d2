/** Exit codes of the commands. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USE = 2;

/** A command with its own words for how it is used. */
export interface Command<Options> {
  readonly name: string;
  readonly usage: string;
  /** What was asked for; `undefined` for help. @throws Error in words for whoever typed it. */
  read(args: readonly string[]): Options | undefined;
  run(options: Options): Promise<void>;
}

/** Runs a command. Resolves with its exit code; what is wrong is said on stderr. */
export async function runCommand<Options>({ name, usage, read, run }: Command<Options>, args: readonly string[]): Promise<number> {
  let options: Options | undefined;
  try {
    options = read(args);
  } catch (error) {
    console.error(`goeswith ${name}: ${messageOf(error)}\nSee goeswith ${name} --help.`);
    return WRONG_USE;
  }
  if (!options) {
    console.log(usage);
    return DONE;
  }
  try {
    await run(options);
    return DONE;
  } catch (error) {
    console.error(`goeswith ${name}: ${messageOf(error)}`);
    return FAILED;
  }
}

/** A package that is not installed is named with the line that installs it. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const missing = /Cannot find package '((?:@[^/']+\/)?[^/']+)/.exec(message)?.[1];
  return missing ? `${missing} is not installed; run: npm install ${missing}` : message;
}
