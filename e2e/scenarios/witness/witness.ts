import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRelease } from '@bosh6/release-dir';
import { z } from 'zod';
import type { Fixtures } from '../../fixtures/build.js';
import { expectDone } from '../../stack/done.js';
import { freshStack, prepare } from '../../stack/home.js';
import { root } from '../../stack/paths.js';
import type { Ran } from '../../stack/run.js';
import type { Stack } from '../../stack/stack.js';
import { firstTable } from '../../stack/tables-of.js';
import { Collector } from './collector.js';

const taskSchema = z.object({ id: z.number(), state: z.string() });
const eventSchema = z.object({ error: z.object({ code: z.number(), message: z.string() }).optional() });

export interface Outcome {
  readonly id: number;
  readonly state: string;
  /** Of the error that its events end with. */
  readonly code?: number;
  readonly message?: string;
}

/** A lab and a Director with the release `witness`, and who hears what its scripts tell. */
export interface Witness {
  readonly stack: Stack;
  readonly fixtures: Fixtures;
  readonly collector: Collector;
  /** The release's tarball. */
  readonly release: string;
  bosh(deployment: string, ...words: string[]): Promise<Ran>;
  deploy(manifest: object, ...flags: string[]): Promise<Ran>;
  /** Rows of a listing. */
  listed(deployment: string, ...words: string[]): Promise<Record<string, string>[]>;
  /** The row of `instances --details`. */
  instance(deployment: string, group: string, index?: number): Promise<Record<string, string>>;
  /** How the task ended, or goes, that a command began. */
  outcome(ran: Ran): Promise<Outcome>;
  newest(deployment: string): Promise<string>;
  /** That fsck finds nothing broken and nothing suspect. */
  isClean(): Promise<void>;
  close(): Promise<void>;
}

/** `change` is made to the stack before there is anything in it. */
export async function openWitness(change: (stack: Stack, fixtures: Fixtures) => Promise<void> = async () => {}): Promise<Witness> {
  const { stack, fixtures, remove } = await freshStack();
  const bosh = (deployment: string, ...words: string[]): Promise<Ran> => stack.bosh(['-e', 'ipv4', '-d', deployment, '-n', ...words]);
  const listed = async (deployment: string, ...words: string[]): Promise<Record<string, string>[]> =>
    firstTable(expectDone(await bosh(deployment, '--json', ...words)).stdout);
  let collector: Collector | undefined;
  const close = async (): Promise<void> => {
    await collector?.close();
    await remove();
  };
  try {
    await prepare(stack, fixtures);
    await change(stack, fixtures);
    const folder = join(stack.work, 'witness');
    const release = join(folder, 'witness.tgz');
    mkdirSync(folder);
    cpSync(join(root, 'e2e/scenarios/witness/release'), join(folder, 'release'), { recursive: true });
    await createRelease(join(folder, 'release'), {
      version: '1',
      tarball: release,
      commitHash: 'fixture',
      cacheDir: join(folder, 'cache'),
    });
    expectDone(await bosh('none', 'upload-release', release));
    collector = await Collector.open(stack);
    return {
      stack,
      fixtures,
      collector,
      release,
      bosh,
      listed,
      close,
      async deploy(manifest, ...flags) {
        const { name } = manifest as { name: string };
        writeFileSync(join(stack.work, `${name}.yml`), JSON.stringify(manifest));
        return bosh(name, 'deploy', `${name}.yml`, ...flags);
      },
      async instance(deployment, group, index = 0) {
        const rows = await listed(deployment, 'instances', '--details');
        return rows.find((row) => row.instance?.startsWith(`${group}/`) && row.index === String(index)) ?? {};
      },
      async outcome({ stdout }) {
        const [, id = ''] = /^Task (\d+)/m.exec(stdout) ?? [];
        const { state } = taskSchema.parse(JSON.parse(expectDone(await bosh('none', 'curl', `/tasks/${id}`)).stdout));
        const { stdout: events } = await bosh('none', 'task', id, '--event');
        const errors = events
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .flatMap((line) => eventSchema.parse(JSON.parse(line)).error ?? []);
        return { id: Number(id), state, ...errors.at(-1) };
      },
      async newest(deployment) {
        const [task] = await listed(deployment, 'tasks', '--recent=1');
        return task?.id ?? '';
      },
      async isClean() {
        expectDone(await bosh('none', 'director', 'fsck'));
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
