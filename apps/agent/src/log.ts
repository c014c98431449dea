/** What the agent says about its work. Fields never hold secrets. */
export interface Log {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
}

/** One JSON object a line. */
export function lineLog(write: (line: string) => void, now: () => number): Log {
  const say = (level: string, message: string, fields?: Record<string, unknown>): void =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, message, ...fields })}\n`);
  return { info: (message, fields) => say('info', message, fields), warn: (message, fields) => say('warn', message, fields) };
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined };

/** An unknown thrown thing as text for a log. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
