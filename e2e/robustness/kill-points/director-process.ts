import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createDirector, type Director, type Tokens } from '@bosh6/director-api/client';
import { parse } from 'yaml';
import { eventually } from '../../stack/eventually.js';
import { useNatsServer } from '../../stack/nats-server.js';
import type { Stack } from '../../stack/stack.js';

/** The Director of a stack, which kills itself where it is told to and is started again. */
export class DirectorProcess {
  readonly #stack: Stack;
  readonly #armed: string;
  readonly #argv: readonly string[];
  #tokens: Tokens | undefined;
  #client: Director | undefined;

  private constructor(stack: Stack, argv: readonly string[]) {
    this.#stack = stack;
    this.#armed = join(stack.home, 'armed');
    this.#argv = argv;
  }

  /** Takes over the Director that `bosh6 up` has started: it has failpoints from now on. */
  static async takeOver(stack: Stack): Promise<DirectorProcess> {
    const service = await serviceOf(stack);
    const argv = readFileSync(`/proc/${service?.pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
    const config = argv.pop() as string;
    const own = join(stack.home, 'with-failpoints.json');
    const process = new DirectorProcess(stack, [...argv, own]);
    const settings = JSON.parse(readFileSync(config, 'utf8')) as object;
    writeFileSync(own, JSON.stringify({ ...settings, failpoints: { file: process.#armed } }), { mode: 0o600 });
    await stack.lab.stopService('director');
    await process.start();
    return process;
  }

  /** In the next task of that type the victim dies at that step: the process itself, else it tells when it is there. 0 has it only count. */
  arm(task: string, exitAt: number, victim: 'director' | 'agent' | 'bus' = 'director'): void {
    writeFileSync(this.#armed, JSON.stringify({ task, exitAt, victim }));
  }

  disarm(): void {
    for (const file of [this.#armed, `${this.#armed}.killed`]) rmSync(file, { force: true });
  }

  /** The steps that an armed task had. */
  steps(): string[] {
    return JSON.parse(readFileSync(`${this.#armed}.steps`, 'utf8')) as string[];
  }

  /** The step, as soon as it is there, at which the test is to kill the victim; undefined when the task ended before. */
  async told(task: number): Promise<string | undefined> {
    const end = new AbortController();
    const ended = this.client.tasks.follow(task, { type: 'none' }).finally(() => end.abort());
    const killed = `${this.#armed}.killed`;
    try {
      while (!existsSync(killed)) await setTimeout(2, undefined, { signal: end.signal });
    } catch {
      await ended;
    }
    return existsSync(killed) ? readFileSync(killed, 'utf8') : undefined;
  }

  /** The step at which it killed itself, once it has; undefined when the task ended before. */
  async killed(task: number | undefined): Promise<string | undefined> {
    const isDead = async (): Promise<boolean> => (await serviceOf(this.#stack))?.state === 'exited';
    const hasEnded = async (): Promise<boolean> => {
      if (task === undefined || existsSync(`${this.#armed}.killed`)) return false;
      const state = await this.client.tasks
        .get(task)
        .then(({ state }) => state)
        .catch(() => '');
      return ['done', 'error', 'cancelled'].includes(state);
    };
    await eventually(
      async () => (await isDead()) || (await hasEnded()),
      (over) => over,
      { seconds: 60 },
    );
    return existsSync(`${this.#armed}.killed`) ? readFileSync(`${this.#armed}.killed`, 'utf8') : undefined;
  }

  /** Resolves when it has put in order what the one before left, and works. One that runs is left alone. */
  async start(): Promise<void> {
    const { lab, home } = this.#stack;
    await lab.startService({
      name: 'director',
      where: 'director',
      argv: [...this.#argv],
      cwd: join(home, 'director'),
      logFile: join(home, 'director.log'),
    });
    this.#client?.close();
    this.#client = undefined;
    await this.#logIn();
  }

  /** From now on its bus is a nats-server instead of its own broker; VMs of before are lost. */
  async useNatsServer(): Promise<void> {
    await useNatsServer(this.#stack, this.#argv.at(-1));
    await this.start();
  }

  /** SIGKILL at any time. */
  async kill(): Promise<void> {
    process.kill((await serviceOf(this.#stack))?.pid as number, 'SIGKILL');
    await eventually(
      () => serviceOf(this.#stack),
      (service) => service?.state === 'exited',
    );
  }

  get client(): Director {
    if (this.#client === undefined) throw new TypeError('the Director does not run');
    return this.#client;
  }

  async #logIn(): Promise<void> {
    const { up } = this.#stack;
    const at = { target: `https://127.0.0.1:${up.port}`, ca: readFileSync(up.ca, 'utf8') };
    if (this.#tokens === undefined) {
      const { admin_password: password } = parse(readFileSync(up.creds, 'utf8')) as { admin_password: string };
      const anonymous = createDirector(at);
      this.#tokens = await anonymous.uaa.logIn({ username: 'admin', password });
      anonymous.close();
    }
    this.#client = createDirector({ ...at, credentials: { kind: 'user', tokens: this.#tokens } });
  }

  close(): void {
    this.#client?.close();
  }
}

async function serviceOf({ lab }: Stack) {
  return (await lab.status()).services.find(({ name }) => name === 'director');
}
