import { fail } from '../errors.js';

/** Errors: InvalidArguments, in words of the flag. */
export function checkPort(port: number): void {
  if (port >= 0 && port <= 65535) return;
  throw fail('InvalidArguments', `--port ${port} is no port`, { hint: '0 takes a free one, else 1 to 65535' });
}
