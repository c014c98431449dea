import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';

// `--import`ed into a CPI's processes, whose environment is not ours: the file that arms it comes with the URL
const armed = new URL(import.meta.url).searchParams.get('armed') as string;
let own = 0;

/** All processes of the armed time count together; each finds its number by where its line came to stand. */
function reached(step: string): void {
  const exitAt = existsSync(armed) ? readFileSync(armed, 'utf8') : '';
  if (exitAt === '') return;
  const line = `${process.pid}.${own++} ${step}`;
  appendFileSync(`${armed}.steps`, `${line}\n`);
  const at = readFileSync(`${armed}.steps`, 'utf8').split('\n').indexOf(line);
  if (at + 1 !== Number(exitAt)) return;
  writeFileSync(`${armed}.killed`, step);
  process.kill(process.pid, 'SIGKILL');
}

const { write } = Socket.prototype;
type Write = (...all: unknown[]) => boolean;

/** The lab is asked, or the Director is answered. */
Socket.prototype.write = function (this: Socket, ...args: unknown[]): boolean {
  if (this === (process.stderr as unknown)) return (write as Write).apply(this, args);
  if (this === (process.stdout as unknown)) {
    reached('before its answer');
    return (write as Write).apply(this, args);
  }
  const { method } = JSON.parse(String(args[0])) as { method: string };
  reached(`before lab ${method}`);
  this.prependOnceListener('data', () => reached(`after lab ${method}`));
  return (write as Write).call(this, args[0], () => reached(`amid lab ${method}`));
} as typeof write;

reached('begun');
