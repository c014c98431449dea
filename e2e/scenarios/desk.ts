import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixtures } from '../fixtures/build.js';
import { expectDone } from '../stack/done.js';
import { freshStack, prepare } from '../stack/home.js';
import { type Ran, run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { firstTable } from '../stack/tables-of.js';

/** A lab and a Director for one deployment, with the stemcell and the releases `broken` and `parts`. */
export interface Desk {
  readonly stack: Stack;
  readonly fixtures: Fixtures;
  /** Of the deployment; every question is answered with yes. */
  bosh(...words: string[]): Promise<Ran>;
  /** Of the first table that a command prints, whatever its status. */
  rows(...words: string[]): Promise<Record<string, string>[]>;
  deploy(manifest: string, ...flags: string[]): Promise<Ran>;
  /** Rows of `instances --details`, by index. */
  instances(group: string): Promise<Record<string, string>[]>;
  /** Runs a command in a VM; its output, trimmed, whatever its status. */
  inVm(cid: string, ...argv: string[]): Promise<string>;
  /** The same of a command that must end well. */
  doInVm(cid: string, ...argv: string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(deployment: string): Promise<Desk> {
  const { stack, fixtures, remove } = await freshStack();
  const bosh = (...words: string[]): Promise<Ran> => stack.bosh(['-e', 'ipv4', '-d', deployment, '-n', ...words]);
  const rows = async (...words: string[]): Promise<Record<string, string>[]> => firstTable((await bosh('--json', ...words)).stdout);
  try {
    await prepare(stack, fixtures);
    const { url, sha1 } = fixtures.parts;
    const uploaded = await bosh('upload-release', url, '--sha1', sha1);
    if (uploaded.code !== 0) throw new DeskNotReady(`${uploaded.stdout}\n${uploaded.stderr}`);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    stack,
    fixtures,
    bosh,
    rows,
    deploy: (manifest, ...flags) => {
      writeFileSync(join(stack.work, 'desk.yml'), manifest);
      return bosh('deploy', 'desk.yml', ...flags);
    },
    instances: async (group) =>
      (await rows('instances', '--details'))
        .filter(({ instance = '' }) => instance.startsWith(`${group}/`))
        .sort((a, b) => Number(a.index) - Number(b.index)),
    inVm: async (cid, ...argv) => (await run([...(await stack.lab.enterArgv(cid)), ...argv])).stdout.trim(),
    doInVm: async (cid, ...argv) => {
      expectDone(await run([...(await stack.lab.enterArgv(cid)), ...argv]));
    },
    close: remove,
  };
}

/** What a manifest begins with. */
export const headOf = (name: string): string => `name: ${name}
releases:
- {name: broken, version: "1"}
- {name: parts, version: "1"}
stemcells:
- {alias: debian, os: debian-bookworm, version: latest}
update: {canaries: 1, max_in_flight: 1, canary_watch_time: 100-4000, update_watch_time: 100-4000}
`;

class DeskNotReady extends Error {}
