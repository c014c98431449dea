import type { Fixtures } from '../fixtures/build.js';
import { logIn } from '../stack/home.js';
import type { Ran } from '../stack/run.js';
import type { Stack } from '../stack/stack.js';
import type { Example } from './examples.js';

/** What every example needs: a log-in, the stemcell, the release `greeter`. */
export async function prepareExamples(stack: Stack, fixtures: Fixtures): Promise<void> {
  await logIn(stack);
  await must(stack, ['-e', 'ipv4', 'us', fixtures.stemcell.url, '--sha1', fixtures.stemcell.sha1]);
  await must(stack, ['-e', 'ipv4', 'ur', fixtures.greeter.url, '--sha1', fixtures.greeter.sha1]);
}

/** The two commands that a person types for an example. The result is the deploy's; it may have failed. */
export async function deployExample(stack: Stack, { name, manifest, cloudConfig }: Example): Promise<Ran> {
  await must(stack, ['-e', 'ipv4', '-n', 'update-config', 'cloud', cloudConfig, '--name', 'default']);
  return stack.bosh(['-e', 'ipv4', '-d', name, '-n', 'deploy', manifest]);
}

async function must(stack: Stack, words: readonly string[]): Promise<void> {
  const ran = await stack.bosh(words);
  if (ran.code !== 0) throw new ExampleFailed(`bosh ${words.join(' ')} ended with ${ran.code}:\n${ran.stdout}\n${ran.stderr}`);
}

class ExampleFailed extends Error {}
