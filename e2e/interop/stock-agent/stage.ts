import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRelease } from '@bosh6/release-dir';
import { expectDone } from '../../stack/done.js';
import { freshStack, prepare } from '../../stack/home.js';
import { root } from '../../stack/paths.js';
import { type Ran, run } from '../../stack/run.js';
import type { Stack } from '../../stack/stack.js';
import { firstTable } from '../../stack/tables-of.js';
import { makeStockStemcell } from './stemcell.js';

const here = join(root, 'e2e/interop/stock-agent');

/** A stack with the deployment `stock` of one VM, whose agent is the stock one. */
export interface StockStage {
  readonly stack: Stack;
  bosh(...words: string[]): Promise<Ran>;
  /** Its line of `bosh instances`. */
  instance(...options: string[]): Promise<Record<string, string>>;
  /** What a command prints in the VM. */
  inVm(...words: string[]): Promise<string>;
  /** Which of the job's scripts ran since the last look, and with which arguments. */
  ran(): Promise<string[]>;
  remove(): Promise<void>;
}

/** `agent`: directory of the stock agent and its bosh-blobstore-dav. `change` is made to the stack before there is anything in it. */
export async function stockStage(agent: string, change: (stack: Stack) => Promise<void> = async () => {}): Promise<StockStage> {
  const { stack, fixtures, remove } = await freshStack();
  const bosh = (...words: string[]): Promise<Ran> => stack.bosh(['-e', 'ipv4', '-d', 'stock', '-n', ...words]);
  const inVm = async (...words: string[]): Promise<string> => {
    const [vm] = (await stack.lab.status()).vms;
    return expectDone(await run([...(await stack.lab.enterArgv(vm?.cid ?? '')), ...words])).stdout.trim();
  };
  let seen = 0;
  const stage: StockStage = {
    stack,
    bosh,
    inVm,
    remove,
    async instance(...options) {
      const { stdout } = expectDone(await bosh('--json', 'instances', ...options));
      return firstTable(stdout)[0] ?? {};
    },
    async ran() {
      const lines = (await inVm('cat', '/var/vcap/sys/log/witness/ran')).split('\n');
      const fresh = lines.slice(seen);
      seen = lines.length;
      return fresh;
    },
  };
  try {
    await change(stack);
    await prepare(stack, fixtures);
    const folder = join(stack.work, 'stock');
    mkdirSync(folder);
    cpSync(join(here, 'release'), join(folder, 'release'), { recursive: true });
    const tarball = join(folder, 'witness.tgz');
    await createRelease(join(folder, 'release'), { version: '1', tarball, commitHash: 'fixture', cacheDir: join(folder, 'cache') });
    expectDone(await bosh('upload-stemcell', await makeStockStemcell(folder, agent)));
    expectDone(await bosh('upload-release', tarball));
    expectDone(await bosh('upload-release', fixtures.greeter.url, '--sha1', fixtures.greeter.sha1));
    expectDone(await bosh('deploy', '-v', 'word=hello', join(here, 'manifest.yml')));
  } catch (error) {
    await remove();
    throw error;
  }
  return stage;
}

/** Deploys it again, with another word for the errand to say. */
export async function deployWord({ bosh }: StockStage, word: string): Promise<void> {
  expectDone(await bosh('deploy', '-v', `word=${word}`, join(here, 'manifest.yml')));
}
