import { appendFileSync } from 'node:fs';
import { fail } from '../errors.js';
import { reasons } from '../output/system-reasons.js';

/** With `BOSH_LOG_LEVEL=debug` each request and its status goes to standard error, or to the end of the file `BOSH_LOG_PATH`; no level says less, since there is nothing else to tell. */
export function debugLog({ BOSH_LOG_LEVEL: level, BOSH_LOG_PATH: path }: NodeJS.ProcessEnv): { onExchange?: (line: string) => void } {
  if (level?.toLowerCase() !== 'debug') return {};
  const write = (text: string): void => {
    if (!path) return void process.stderr.write(text);
    try {
      appendFileSync(path, text, { mode: 0o600 });
    } catch (cause) {
      const { code, message } = cause as NodeJS.ErrnoException;
      throw fail('UnwritableFile', `BOSH_LOG_PATH '${path}' cannot be written: ${reasons[code ?? ''] ?? message}`, { cause });
    }
  };
  write('');
  return { onExchange: (line) => write(`[director] ${new Date().toISOString()} DEBUG - ${line}\n`) };
}
