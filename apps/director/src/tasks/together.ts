/** Waits for all, then throws what failed first: nothing of it works any more once this has ended. */
export async function together(batch: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(batch)) if (result.status === 'rejected') throw result.reason;
}
