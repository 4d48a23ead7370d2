/** The outcome of some work of the shop's. @throws what the work throws, or after `limit` milliseconds when it does not settle. */
export async function within<T>(limit: number, work: () => T | PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer")), limit);
  });
  try {
    return await Promise.race([work(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
