import { appendFileSync } from 'node:fs';

/** With `BOSH_LOG_LEVEL=debug` each request and its status goes to standard error, or to the end of the file `BOSH_LOG_PATH`; no level says less, since there is nothing else to tell. */
export function debugLog({ BOSH_LOG_LEVEL: level, BOSH_LOG_PATH: path }: NodeJS.ProcessEnv): { onExchange?: (line: string) => void } {
  if (level?.toLowerCase() !== 'debug') return {};
  const write = (text: string): void => void (path ? appendFileSync(path, text, { mode: 0o600 }) : process.stderr.write(text));
  return { onExchange: (line) => write(`[director] ${new Date().toISOString()} DEBUG - ${line}\n`) };
}
