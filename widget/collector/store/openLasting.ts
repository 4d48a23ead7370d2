/** Milliseconds between two tries to open the database again. */
const PAUSE = 5000;

/** Whatever it does takes time and may fail. */
type Closable<S> = { readonly [K in keyof S]: (...args: never[]) => Promise<unknown> } & { stop(): Promise<void> };

/**
 * Opens a database anew where it says that it takes nothing more until then. The call that found out fails like any other, and
 * so do those until it is open again: who asked may ask once more. Rejects when it cannot be opened the first time.
 */
export async function openLasting<S extends Closable<S>>(open: () => Promise<S>, isBroken: (error: unknown) => boolean): Promise<S> {
  const first = await open();
  let current: S | undefined = first;
  let broken: S | undefined;
  let opening: Promise<S> | undefined;
  let lastTry = -PAUSE;

  const reopen = async () => {
    lastTry = performance.now();
    await broken?.stop().catch(() => undefined);
    broken = undefined;
    current = await open();
    return current;
  };
  const usable = async () => {
    if (current) return current;
    if (!opening && performance.now() - lastTry < PAUSE) throw new Error("the database is about to be opened again");
    return (opening ??= reopen().finally(() => (opening = undefined)));
  };
  const lasting =
    (name: keyof S) =>
    async (...args: never[]) => {
      const store = await usable();
      try {
        return await store[name](...args);
      } catch (error) {
        // An older one may fail late.
        if (isBroken(error) && store === current) [current, broken] = [undefined, store];
        throw error;
      }
    };
  const methods = Object.keys(first).map((name) => [name, lasting(name as keyof S)]);
  const stop = async () => (await opening?.catch(() => undefined), await (current ?? broken)?.stop());
  return { ...Object.fromEntries(methods), stop } as S;
}
