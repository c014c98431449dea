import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseYaml } from '@bosh6/formats';
import { expect, test } from 'vitest';
import { createTools } from '../../engine/scope.js';
import { dump } from '../../persistence/dump.test.support.js';
import { storeKinds } from '../../persistence/stores.test.suite.js';
import { startHarness } from '../harness.test.support.js';
import { previewDeploy } from './preview-deploy.js';

const folder = join(import.meta.dirname, '../../../../../e2e/fixtures/manifests');
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
/** Of the manifests that have no cloud config of their own: the newest one of each name counts. */
const shared = ['cloud-config-default.yml', 'cloud-config-vsphere-ipv6.yml'];

/** Every manifest of the fixtures with its cloud config; the harness's release stands in for theirs. */
const manifests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yml') && !path.endsWith('.cloud.yml'))
  .map((path) => ({ path, text: read(path) }))
  .filter(({ text }) => /^instance_groups:/m.test(text))
  .map(({ path, text }) => {
    const { name } = parseYaml(text, path).value as { name: string };
    const clouds = (path.includes('/') ? [path.replace(/\.yml$/, '.cloud.yml')] : shared).map(read);
    return { path, name, text: text.replaceAll(/: (greeter|sleeper|broken)$/gm, ': nginx'), clouds };
  });
const cases = storeKinds.flatMap((kind) => manifests.map((manifest) => ({ ...manifest, kind, database: kind.name })));

test('there are manifests', () => expect(manifests.length).toBeGreaterThan(15));

test.each(cases)('on $database, neither plan nor dry run of $path leaves a trace', async ({ name, text, clouds, kind }) => {
  const opened = await kind.open();
  const h = await startHarness({ store: opened.store });
  const { id: blobstoreId } = await h.collaborators.blobs.put(Buffer.from('compiled'));
  await h.store.write(async (tx) => {
    // The smallest network has no address for a compilation VM.
    for (const [packageId, dependencyKey] of [
      [1, '[]'],
      [2, '[["pcre","1"]]'],
    ] as const) {
      const of = { stemcellOs: 'debian-bookworm', stemcellVersion: '1.0', dependencyKey };
      await tx.compiledPackages.insert({ packageId, ...of, build: 1, blobstoreId, sha1: 'x' });
    }
    for (const [at, content] of clouds.entries())
      await tx.configs.insert({ type: 'cloud', name: at === 0 ? 'default' : `more-${at}`, content, deleted: false, createdAt: 0 });
  });
  const asked = { deployment: name, manifestText: text };
  const plan = (options: object = {}) =>
    previewDeploy(
      createTools(h.collaborators),
      { ...asked, ...options },
      { user: 'admin', showSecrets: false, signal: new AbortController().signal },
    );
  const traceless = async (work: () => Promise<unknown>, except: readonly string[] = []): Promise<void> => {
    const of = async () => Object.fromEntries(Object.entries(await dump(opened.config)).filter(([table]) => !except.includes(table)));
    const before = await of();
    await work();
    expect(await of()).toEqual(before);
  };
  const tryOut = async (): Promise<void> => {
    // A task has a row, and its lock tells of itself.
    await traceless(
      async () => expect(await h.deploy(text, { dryRun: true }, name)).toMatchObject({ state: 'done' }),
      ['tasks', 'events', 'sqlite_sequence'],
    );
  };
  try {
    await traceless(async () => expect((await plan()).instances.map(({ action }) => action)).not.toContain('none'));
    await tryOut();
    expect(await h.deploy(text, {}, name)).toMatchObject({ state: 'done' });
    await traceless(async () => expect(await plan()).toMatchObject({ is_noop: true }));
    await traceless(async () => expect((await plan({ recreate: true })).instances[0]?.action).toBe('recreate'));
    await tryOut();
  } finally {
    await h.close();
    await opened.close();
  }
});
