import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../stack/run.js';
import { causeOf } from '../cause-of.js';
import type { Ended } from '../failing.js';
import type { Case } from './case.js';
import type { DocumentedDirector, Request } from './documented-director.js';

/** What a person, a script and the Director see of a command. */
export interface Seen extends Ended {
  /** Lines; with `--json` the value. */
  readonly stdout: unknown;
  /** In order; without looks at `/info` and at tasks, which each CLI repeats as it likes. */
  readonly requests: readonly Request[];
  /** Files that it wrote. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Runs a CLI in a directory of its own, as a terminal's user would see it without colours. */
export async function runCase(
  cli: readonly string[],
  { argv, answers = {}, input, files = {}, pipe, programs = {} }: Case,
  director: DocumentedDirector,
): Promise<Seen> {
  const work = mkdtempSync(join(tmpdir(), 'bosh6-printed-'));
  try {
    const home = join(work, '.home');
    mkdirSync(home);
    writeFileSync(join(home, 'ca.pem'), director.ca);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text);
    const bin = join(home, 'bin');
    mkdirSync(bin);
    for (const [name, script] of Object.entries(programs)) writeFileSync(join(bin, name), `#!/bin/sh\n${script}`, { mode: 0o755 });
    director.answerWith(answers);
    const env = {
      PATH: `${bin}:${process.env.PATH}`,
      HOME: home,
      BOSH_ENVIRONMENT: `https://127.0.0.1:${director.port}`,
      BOSH_CA_CERT: join(home, 'ca.pem'),
      BOSH_CLIENT: 'admin',
      BOSH_CLIENT_SECRET: 'secret',
      BOSH_AGENT_ENDPOINT: `https://mbus:secret@127.0.0.1:${director.port}`,
      BOSH_AGENT_CERTIFICATE: director.ca,
      BOSH_TTY: String(pipe !== true),
      NO_COLOR: '1',
    };
    const { code, stdout, stderr } = await run([...cli, ...argv], { cwd: work, env, ...(input === undefined ? {} : { input }) });
    const written = readdirSync(work).filter((name) => name !== '.home' && files[name] === undefined);
    return {
      code,
      ...(code === 0 ? {} : { cause: settled(causeOf(stderr), director.port, work) }),
      stdout: shown(stdout, argv.includes('--json'), (text) => settled(text, director.port, work)),
      requests: JSON.parse(settled(JSON.stringify(director.requests.filter(isOfCommand)), director.port, work)),
      ...(written.length === 0
        ? {}
        : {
            files: Object.fromEntries(written.map((name) => [settled(name, director.port, work), readFileSync(join(work, name), 'utf8')])),
          }),
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Not a look at what each CLI looks at as it likes: itself, tasks, which addresses VMs have. */
function isOfCommand({ method, path }: Request): boolean {
  return method !== 'GET' || !/^\/(info$|tasks\/\d+|deployments\/[^/]+\/vms$)/.test(path);
}

/** Lines, or what a program reads. */
function shown(stdout: string, isJson: boolean, settle: (text: string) => string): unknown {
  return isJson ? JSON.parse(settle(stdout)) : settle(stdout).split('\n');
}

/** What differs from run to run by its nature. */
function settled(text: string, port: number, work: string): string {
  return text
    .replaceAll(work, 'WORK')
    .replaceAll(`:${port}`, ':25555')
    .replaceAll(/[\d:]{8} (\| Task state: \w+) \([\dhms]+ elapsed\)/g, 'NOW $1 (SPAN elapsed)')
    .replaceAll(/\d{8}-\d{6}-\d{1,9}/g, 'TIMESTAMP')
    .replaceAll(/bosh_[0-9a-f]{15}/g, 'USER')
    .replaceAll(/\b0x[0-9a-f]+\b/g, 'POINTER')
    .replaceAll(/(IdentityFile|UserKnownHostsFile)=[^\s\]]*/g, '$1=PATH')
    .replaceAll(/ssh-rsa [A-Za-z0-9+/]{300,}/g, 'PUBLIC-KEY');
}
