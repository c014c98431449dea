/** Named locks that outlive a request, with a lease: a dead Director's locks run out. */
export interface Locks {
  /**
   * Runs `work` while holding `lock:<name>` (`deployment:nginx`). Waits at most `timeoutMs` (10 s unless given), then fails with `LockBusy`,
   * which names the holding task.
   */
  withLock<T>(name: string, taskId: number, work: () => Promise<T>, options?: { timeoutMs?: number; signal?: AbortSignal }): Promise<T>;
}
