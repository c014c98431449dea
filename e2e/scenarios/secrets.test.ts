import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { expectDone } from '../stack/done.js';
import { freshStack, prepare } from '../stack/home.js';
import { manifests } from '../stack/paths.js';
import type { Ran } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';

const canary = (what: string): string => `canary-${what}-${randomBytes(8).toString('hex')}`;
const given = {
  property: canary('property'),
  variable: canary('variable'),
  env: canary('env'),
  url: canary('url'),
  cpi: canary('cpi'),
  logIn: canary('log-in'),
};

describe('secrets', () => {
  let stack: Stack;
  let remove: () => Promise<void>;
  /** What was told at the keyboard, and which processes' arguments held a secret. */
  const told: Ran[] = [];
  /** Of a deploy to placeholders, then of one away from them. */
  const planned: string[] = [];
  const argued = new Set<string>();
  /** By what they are. */
  let secrets: Map<string, string>;

  beforeAll(async () => {
    const fresh = await freshStack();
    ({ stack, remove } = fresh);
    await prepare(stack, fresh.fixtures);
    secrets = new Map([...Object.entries(given), ...ofDirector(stack)]);
    writeFileSync(join(stack.work, 'vars.yml'), `given: ${given.variable}\n`);
    const { url, sha1 } = fresh.fixtures.broken;
    const withSecrets = manifestWith(url.replace('https://', `https://someone:${given.url}@`), sha1);
    writeFileSync(join(stack.work, 'good.yml'), withSecrets);
    writeFileSync(
      join(stack.work, 'unrendered.yml'),
      withSecrets.replace('- name: sleeper\n    release', '- name: template-error\n    release'),
    );
    writeFileSync(
      join(stack.work, 'unhealthy.yml'),
      withSecrets.replace('- name: sleeper\n    release', '- name: never-healthy\n    release'),
    );
    writeFileSync(join(stack.work, 'cpi.yml'), `cpis:\n${cpiEntry('a')}${cpiEntry('a')}`);
    writeFileSync(join(stack.work, 'lb.yml'), 'vm_extensions:\n- {name: lb, cloud_properties: {password: ((/planned/lb))}}\n');
    writeFileSync(join(stack.work, 'planned.yml'), withPlaceholders(withSecrets));
    const bosh = (words: string, input?: string): Promise<Ran> =>
      stack.bosh(['-e', 'ipv4', '-d', 'tiny', '-n', ...words.split(' ')], input);
    expectDone(await watched(bosh('deploy good.yml -l vars.yml')));
    secrets.set('generated', generated(stack, 'made'));
    expectDone(await bosh('update-config cloud lb.yml --name lb'));
    const planBoth = async (file: string): Promise<void> => {
      for (const options of ['', ' --no-redact', ' --no-redact --json=v2'])
        planned.push(expectDone(await watched(bosh(`plan ${file} -l vars.yml${options}`))).stdout);
    };
    await planBoth('planned.yml');
    expectDone(await watched(bosh('deploy planned.yml -l vars.yml')));
    for (const name of ['tag', 'lb']) secrets.set(`planned ${name}`, generated(stack, `/planned/${name}`));
    await planBoth('good.yml');
    for (const words of [
      'deploy unrendered.yml -l vars.yml',
      'deploy unhealthy.yml -l vars.yml',
      `upload-release https://someone:${given.url}@bosh.io/none.tgz`,
      `upload-stemcell https://someone:${given.url}@bosh.io/none.tgz`,
    ])
      expect((await watched(bosh(words))).code, `${words}: its task fails`).toBe(6);
    expect((await watched(bosh('update-cpi-config cpi.yml'))).code).not.toBe(0);
    expectDone(await watched(bosh('recreate')));
    expect((await watched(stack.bosh(['-e', 'ipv4', 'log-in'], `admin\n${given.logIn}\n`))).code).not.toBe(0);
  }, 600_000);
  afterAll(() => remove?.());

  /** Looks at the arguments of all processes until the command has ended; those of a CLI are what a person typed. */
  async function watched(command: Promise<Ran>): Promise<Ran> {
    let ended = false;
    const watch = async (): Promise<void> => {
      for (; !ended; await after(50))
        for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
          const line = readText(`/proc/${pid}/cmdline`);
          if (found(line, secrets).length > 0 && !/bosh6\.js|\bbosh\b/.test(line)) argued.add(line.replaceAll('\0', ' '));
        }
    };
    const watching = watch();
    const ran = await command.finally(() => {
      ended = true;
    });
    await watching;
    told.push(ran);
    return ran;
  }

  it('are where they belong, so that they can be found', () => {
    const database =
      readFileSync(join(stack.home, 'director/director.sqlite'), 'latin1') + readText(join(stack.home, 'director/director.sqlite-wal'));
    expect(found(database, secrets)).toEqual(expect.arrayContaining(['property', 'generated']));
  });

  it('stand in no log and in no output of a task', () => {
    const files = readdirSync(stack.home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .filter((path) => /\.log$|\/director\/tasks\//.test(path));
    expect(files.filter((path) => path.includes('/tasks/')).length).toBeGreaterThan(10);
    expect(files.some((path) => path.endsWith('director.log'))).toBe(true);
    expect(files.flatMap((path) => found(readText(path), secrets).map((what) => `${what} in ${path}`))).toEqual([]);
  });

  it('stand in no event, no task and no lock', async () => {
    for (const path of ['/events', '/tasks?verbose=2', '/locks', '/configs']) {
      const { stdout } = expectDone(await stack.bosh(['-e', 'ipv4', 'curl', path]));
      expect(found(stdout, secrets), path).toEqual([]);
    }
  });

  it('are not told at the keyboard, also where things fail', () => {
    expect(told.flatMap(({ stdout, stderr }) => found(`${stdout}\n${stderr}`, secrets).map((what) => ({ what, stdout, stderr })))).toEqual(
      [],
    );
  });

  it('are told by a plan as the placeholders that they come from', () => {
    for (const text of planned.slice(0, 3)) for (const name of ['tag', 'lb']) expect(text).toContain(`/planned/${name}`);
    const json = planned[2];
    expect(json).toContain('"((/planned/tag))"');
    expect(json).toContain('"((/planned/lb))"');
    for (const text of planned.slice(3)) expect(text).toContain('<redacted>');
  });

  it('are no argument of a process', () => {
    expect([...argued]).toEqual([]);
  });
});

const cpiEntry = (name: string): string => `- name: ${name}\n  type: local\n  properties: {password: ${given.cpi}}\n`;

function manifestWith(url: string, sha1: string): string {
  return readFileSync(join(manifests, 'tiny.yml'), 'utf8')
    .replace('  version: latest\n\nstemcells', `  version: "1"\n  url: ${url}\n  sha1: ${sha1}\n\nstemcells`)
    .replace('  networks:', `  env: {bosh: {password: ${given.env}}}\n  networks:`)
    .replace(
      '    release: broken\n',
      `    release: broken\n    properties: {greeting: ((given)), password: ${given.property}, made: ((made))}\n\nvariables:\n- {name: made, type: password}\n`,
    );
}

/** Passwords and private keys of creds.yml; of a key one line. */
function ofDirector(stack: Stack): [string, string][] {
  const leaves = (value: unknown, path: string): [string, string][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`))
      : [[path, String(value)]];
  return leaves(parse(readFileSync(join(stack.work, 'creds.yml'), 'utf8')), '')
    .filter(([path]) => /password|secret|private_key/.test(path))
    .map(([path, value]) => [path, value.includes('\n') ? (value.split('\n')[3] ?? value) : value]);
}

/** The same with values of the Director's in what a VM is made with, and in its tags. */
function withPlaceholders(manifest: string): string {
  const tagged = manifest.replace('  vm_type: small\n', '  vm_type: small\n  vm_extensions: [lb]\n');
  return `${tagged}- {name: /planned/tag, type: password}\n- {name: /planned/lb, type: password}\n\ntags: {planned: ((/planned/tag))}\n`;
}

/** What the Director made for a variable whose name ends so. */
function generated(stack: Stack, name: string): string {
  const database = new DatabaseSync(join(stack.home, 'director/director.sqlite'), { readOnly: true });
  const row = database.prepare("SELECT value FROM variables WHERE name LIKE '%' || ?").get(name) as { value: string } | undefined;
  database.close();
  const value: unknown = JSON.parse(row?.value ?? 'null');
  if (typeof value !== 'string') throw new TypeError('no password was made');
  return value;
}

function found(text: string, secrets: ReadonlyMap<string, string>): string[] {
  return [...secrets].filter(([, secret]) => text.includes(secret)).map(([what]) => what);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
}
