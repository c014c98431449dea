import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fixtures } from '../fixtures/build.js';
import { freshStack } from '../stack/home.js';
import { type Ran, run } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import { firstTable } from '../stack/tables-of.js';
import { deployExample, prepareExamples } from '../try/deploy-example.js';
import { type Example, readExample } from '../try/examples.js';
import { type Running, startIn } from './seat.js';

/** A lab and a Director that examples are deployed on, one after the other. */
export interface Scene {
  readonly stack: Stack;
  readonly fixtures: Fixtures;
  /** Deploys an example; `change` rewrites its manifest, `changeCloud` its cloud config. */
  deploy(name: string, change?: Rewrite, changeCloud?: Rewrite): Promise<Ran>;
  /** Rows of `instances --details`. */
  instances(deployment: string): Promise<Record<string, string>[]>;
  /** CID of a deployment's first VM, or of a group's. */
  vm(deployment: string, group?: string): Promise<string>;
  /** Runs a command at a place or in a VM; its output, trimmed, whatever its status. */
  at(place: string, ...argv: string[]): Promise<string>;
  ran(place: string, ...argv: string[]): Promise<Ran>;
  start(place: string, ...argv: string[]): Promise<Running>;
  /** Ends the agent's process; the VM's init starts it again. */
  restartAgent(vm: string): Promise<void>;
  close(): Promise<void>;
}

export type Rewrite = (text: string) => string;

export async function openScene(): Promise<Scene> {
  const { stack, fixtures, remove } = await freshStack();
  try {
    await prepareExamples(stack, fixtures);
  } catch (error) {
    await remove();
    throw error;
  }
  const ran = async (place: string, ...argv: string[]): Promise<Ran> => run([...(await stack.lab.enterArgv(place)), ...argv]);
  const instances = async (deployment: string): Promise<Record<string, string>[]> => {
    const { stdout } = await stack.bosh(['-e', 'ipv4', '-d', deployment, '--json', 'instances', '--details']);
    return firstTable(stdout);
  };
  return {
    stack,
    fixtures,
    instances,
    ran,
    at: async (place, ...argv) => {
      const { stdout, stderr } = await ran(place, ...argv);
      return `${stdout}${stderr}`.trim();
    },
    start: async (place, ...argv) => startIn(await stack.lab.enterArgv(place), argv),
    deploy: async (name, change = same, changeCloud = same) => {
      const example = readExample(name);
      if (example === undefined) throw new NoExample(name);
      const rewritten = (file: string, as: string, rewrite: Rewrite): string => {
        const text = rewrite(readFileSync(file, 'utf8'));
        const target = join(stack.work, as);
        writeFileSync(target, text);
        return target;
      };
      const changed: Example = {
        ...example,
        manifest: rewritten(example.manifest, `${name}.yml`, change),
        cloudConfig: rewritten(example.cloudConfig, `${name}.cloud.yml`, changeCloud),
      };
      return deployExample(stack, changed);
    },
    vm: async (deployment, group = '') => {
      const row = (await instances(deployment)).find(({ instance }) => instance?.startsWith(group));
      if (row?.vm_cid === undefined) throw new NoExample(`${deployment} ${group}`);
      return row.vm_cid;
    },
    restartAgent: async (vm) => {
      const all = (await ran(vm, 'pgrep', '-f', 'agent')).stdout.trim().split('\n');
      for (const pid of all) if (pid !== '1') await ran(vm, 'kill', pid);
    },
    close: remove,
  };
}

const same: Rewrite = (text) => text;

class NoExample extends Error {}
