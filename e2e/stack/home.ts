import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildFixtures, type Fixtures } from '../fixtures/build.js';
import { fixturesDirectory } from './paths.js';
import { type Stack, startStack } from './stack.js';

let count = 0;

/** A stack of a test file's own in a fresh directory, logged in; `remove` takes all of it away. */
export async function freshStack(): Promise<{ stack: Stack; fixtures: Fixtures; remove: () => Promise<void> }> {
  const fixtures = await buildFixtures(fixturesDirectory);
  // short: a Unix socket's path has 108 bytes
  const home = join(tmpdir(), `b6-${process.pid}-${count++}`);
  mkdirSync(home, { recursive: true });
  const stack = await startStack({ home, work: join(home, 'work'), site: fixtures.site });
  return {
    stack,
    fixtures,
    remove: async () => {
      await stack.down();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The walkthrough's beginning: alias, log-in. */
export async function logIn(stack: Stack): Promise<void> {
  const password = (await stack.bosh(['int', '--path', '/admin_password', 'creds.yml'])).stdout.trim();
  await typeAll(stack, [[['-e', '10.0.9.151', 'alias-env', 'ipv4']], [['-e', 'ipv4', 'log-in'], `admin\n${password}\n`]]);
}

/** What comes after: cloud configs, stemcell, and a release that needs no compilation. */
export async function prepare(stack: Stack, fixtures: Fixtures): Promise<void> {
  await logIn(stack);
  await typeAll(stack, [
    [['-e', 'ipv4', '-n', 'update-config', 'cloud', 'cloud-config-default.yml', '--name', 'default']],
    [['-e', 'ipv4', '-n', 'update-config', '--type', 'cloud', '--name', 'ipv6', 'cloud-config-vsphere-ipv6.yml']],
    [['-e', 'ipv4', 'us', fixtures.stemcell.url, '--sha1', fixtures.stemcell.sha1]],
    [['-e', 'ipv4', 'ur', fixtures.broken.url, '--sha1', fixtures.broken.sha1]],
  ]);
}

async function typeAll(stack: Stack, commands: readonly (readonly [string[], string?])[]): Promise<void> {
  for (const [words, input] of commands) {
    const ran = await stack.bosh(words, input);
    if (ran.code !== 0) throw new PrepareFailed(`bosh ${words.join(' ')} ended with ${ran.code}:\n${ran.stdout}\n${ran.stderr}`);
  }
}

class PrepareFailed extends Error {}
