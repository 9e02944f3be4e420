/**
 * What takes a while, each begun before the one in front of it is handed over. Where one fails, or nobody asks for more, the one that has
 * been begun is waited for, so that what it works on is at rest.
 */
export async function* ahead<T>(begun: Iterable<Promise<T>>): AsyncGenerator<T> {
  let pending: Promise<T> | undefined;
  try {
    for (const next of begun) {
      const before = pending;
      pending = next;
      // Whoever asks for it hears of it, and nobody has to ask.
      next.catch(() => {});
      if (before !== undefined) yield await before;
    }
    if (pending !== undefined) yield await pending;
  } finally {
    await pending?.catch(() => {});
  }
}
