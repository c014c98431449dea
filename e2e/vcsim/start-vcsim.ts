import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { buildVcsim } from './build-vcsim.js';
import type { Configuration, Rule } from './configuration.js';

export interface Vcsim {
  /** `https://127.0.0.1:PORT/sdk` */
  readonly url: string;
  /** The certificate to trust, PEM. */
  readonly ca: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly thumbprint: string;
  readonly pid: number;
  addRule(rule: Rule): Promise<void>;
  clearRules(): Promise<void>;
  /** Ends every session, as a restart of vCenter does. */
  expireSessions(): Promise<void>;
  /** How often each method was called so far. */
  calls(): Promise<Record<string, number>>;
  /** Arguments of the last call of a method, as it came, also what the simulator ignores; null when there was none. */
  last(method: string): Promise<unknown>;
  /** Gives an object another name, also where vcsim's Rename_Task does not. */
  rename(object: { type: string; value: string }, name: string): Promise<void>;
  stop(): Promise<void>;
}

/** Builds the simulator if need be and starts one. It ends with `stop`, and with this process. */
export async function startVcsim(configuration: Configuration = {}): Promise<Vcsim> {
  const child = spawn(await buildVcsim(), [], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  child.stdin.on('error', () => {}); // it ended; the missing answer tells
  const ended = once(child, 'close');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<Record<string, unknown>> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`vcsim ended: ${said}`);
    return JSON.parse(value) as Record<string, unknown>;
  };
  let turn: Promise<unknown> = Promise.resolve();
  const ask = (message: object): Promise<Record<string, unknown>> => {
    const next = turn.then(async () => {
      child.stdin.write(`${JSON.stringify(message)}\n`);
      const answered = await answer();
      if (typeof answered.error === 'string') throw new Error(`vcsim: ${answered.error}`);
      return answered;
    });
    turn = next.catch(() => {});
    return next;
  };
  const { url, ca = '', thumbprint = '', pid } = await ask(configuration);
  return {
    url: String(url),
    ca: String(ca),
    thumbprint: String(thumbprint),
    pid: Number(pid),
    addRule: async (rule) => void (await ask({ rule })),
    clearRules: async () => void (await ask({ clearRules: true })),
    expireSessions: async () => void (await ask({ expireSessions: true })),
    calls: async () => (await ask({ calls: true })).calls as Record<string, number>,
    last: async (method) => (await ask({ last: method })).last,
    rename: async ({ type, value }, name) => void (await ask({ rename: { type, value, name } })),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
