import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Secret } from '@bosh6/base';
import { directorDn } from '@bosh6/bus';
import { issue } from '@bosh6/credentials';
import { eventually } from '../../stack/eventually.js';
import { root } from '../../stack/paths.js';
import type { Stack } from '../../stack/stack.js';

export interface Answer {
  readonly value?: unknown;
  readonly exception?: { readonly message: string };
}

/** Asks one agent, beside the Director, and as it does. */
export interface Asker {
  /** One request, one answer. */
  ask(method: string, args?: readonly unknown[], protocol?: number): Promise<Answer>;
  /** Begins an asynchronous method; its task. */
  begin(method: string, ...args: unknown[]): Promise<string>;
  /** What a task answers when it runs no more. */
  end(task: string): Promise<Answer>;
  /** Both. */
  call(method: string, ...args: unknown[]): Promise<Answer>;
  close(): Promise<void>;
}

export async function openAsker({ lab, home }: Stack, agent: string): Promise<Asker> {
  const read = (name: string): string => readFileSync(join(home, 'tls', name), 'utf8');
  const ca = { certificate: read('nats-ca.crt'), privateKey: new Secret(read('nats-ca.key')) };
  const own = await issue({ ca, dn: directorDn, usage: 'client' });
  const asker = join(root, 'e2e/dist/scenarios/witness/asker.js');
  const [file = '', ...argv] = [...(await lab.enterArgv('director')), process.execPath, asker];
  const child = spawn(file, argv, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((answer: Answer) => void)[] = [];
  const listens = Promise.withResolvers<void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const said = JSON.parse(line) as { id?: number; answer?: Answer };
    if (said.id === undefined) listens.resolve();
    else waiting[said.id]?.(said.answer ?? {});
  });
  child.stdin.on('error', () => undefined);
  child.once('exit', (code) => listens.reject(new Error(`the asker ended with ${code}`)));
  const send = (line: object): void => void child.stdin.write(`${JSON.stringify(line)}\n`);
  const { certificate, privateKey } = own;
  send({ agent, server: 'tls://10.0.9.151:4222', ca: ca.certificate, certificate, privateKey: privateKey.reveal() });
  await listens.promise;

  const ask: Asker['ask'] = (method, args = [], protocol = 3) => {
    const answer = new Promise<Answer>((resolve) => waiting.push(resolve));
    send({ id: waiting.length - 1, protocol, method, arguments: args });
    return answer;
  };
  const begin: Asker['begin'] = async (method, ...args) => {
    const { value } = await ask(method, args);
    const { agent_task_id: id = '', state } = (value ?? {}) as Record<string, string>;
    if (state !== 'running') throw new NoTask(`${method}: ${JSON.stringify(value)}`);
    return id;
  };
  const runs = ({ value }: Answer): boolean => (value as { state?: string } | null | undefined)?.state === 'running';
  const end: Asker['end'] = (task) =>
    eventually(
      () => ask('get_task', [task]),
      (answer) => !runs(answer),
      { seconds: 60 },
    );
  return {
    ask,
    begin,
    end,
    call: async (method, ...args) => end(await begin(method, ...args)),
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.stdin.end();
      await exit;
    },
  };
}

class NoTask extends Error {}
