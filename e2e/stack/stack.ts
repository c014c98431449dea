import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { adoptLab, type LabHandle } from '@bosh6/lab';
import { z } from 'zod';
import { type Following, follow } from './follow.js';
import { cli, manifests } from './paths.js';
import { type Ran, run } from './run.js';

const up = z.object({
  creds: z.string(),
  ca: z.string(),
  port: z.number(),
  environment: z.string(),
  forwards: z.array(z.object({ port: z.number(), to: z.object({ address: z.string(), port: z.number() }) })),
});

/** A lab and a Director of one's own, as `bosh6 up` starts them. */
export interface Stack {
  readonly home: string;
  /** The person's directory: creds.yml, manifests. */
  readonly work: string;
  readonly lab: LabHandle;
  readonly up: z.infer<typeof up>;
  readonly env: NodeJS.ProcessEnv;
  /** Runs the CLI at the workstation. */
  bosh(args: readonly string[], input?: string): Promise<Ran>;
  /** Starts the CLI there, and goes on with it running. */
  follow(args: readonly string[]): Promise<Following>;
  /** Ends it all; what `up` was started with decides whether state stays. */
  down(): Promise<void>;
}

export interface StackOptions {
  home: string;
  work: string;
  /** The directory served as bosh.io. */
  site: string;
  /** No IPv4 anywhere. */
  ipv6Only?: boolean;
  /** File with the Director's CPI; the lab's unless given. */
  cpi?: string | undefined;
  /** Outlives this process. */
  keep?: boolean;
  forward?: readonly string[];
}

/** Starts a stack below `home` with `bosh6 up`; unless `keep`, it ends with this process, however that ends. */
export async function startStack({ home, work, site, ipv6Only = false, cpi, keep = false, forward = [] }: StackOptions): Promise<Stack> {
  mkdirSync(work, { recursive: true });
  cpSync(manifests, work, { recursive: true });
  // a person's own settings shall not decide what a test sees
  const { BOSH_ENVIRONMENT, BOSH_DEPLOYMENT, BOSH_CLIENT, BOSH_CLIENT_SECRET, BOSH_CA_CERT, ...own } = process.env;
  const env: NodeJS.ProcessEnv = { ...own, BOSH6_HOME: home, HOME: work, SHELL: '/bin/bash' };
  const args = [
    'up',
    '--json',
    '--port',
    '0',
    '--site',
    site,
    ...(ipv6Only ? ['--ipv6-only'] : []),
    ...(cpi === undefined ? [] : ['--cpi', cpi]),
    ...forward.flatMap((one) => ['--forward', one]),
    ...(keep ? [] : ['--foreground']),
  ];
  const child = spawn(process.execPath, [cli, ...args], { cwd: work, env, stdio: ['pipe', 'pipe', 'inherit'] });
  const answer = up.parse(await firstObject(child));
  const lab = await adoptLab(join(home, 'lab'));
  if (lab === undefined) throw new StackNotUp('the lab ended at once');
  const argv = async (words: readonly string[]): Promise<string[]> => [
    ...(await lab.enterArgv('workstation', { cwd: work, env: { HOME: work } })),
    process.execPath,
    cli,
    ...words,
  ];
  return {
    home,
    work,
    lab,
    up: answer,
    env,
    bosh: async (words, input) => run(await argv(words), input === undefined ? { cwd: work, env } : { cwd: work, env, input }),
    follow: async (words) => follow(await argv(words), { cwd: work, env }),
    down: async () => {
      lab.close();
      if (keep) await run([process.execPath, cli, 'down'], { cwd: work, env });
      else if (child.exitCode === null && child.signalCode === null) {
        child.stdin.end();
        await once(child, 'exit');
      }
    },
  };
}

class StackNotUp extends Error {}

/** `up --json` prints one object and, in the foreground, goes on. */
function firstObject(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (data: string) => {
      text += data;
      try {
        resolve(JSON.parse(text));
      } catch {
        // not whole yet
      }
    });
    child.once('exit', (code) => reject(new StackNotUp(`bosh6 up ended with status ${code}: ${text}`)));
    child.once('error', reject);
  });
}
