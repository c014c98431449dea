import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

/** What a command says of a file on standard error, its directory left out; it is refused by the Director in the end. */
async function said(words: string[], files: Record<string, string>): Promise<{ out: string; warnings: string[] }> {
  const stub = await startStubDirector(({ path }) => (path.includes('/diff') ? { json: { diff: [] } } : { status: 400, text: 'no' }));
  try {
    const directory = temporaryDirectory();
    for (const [name, text] of Object.entries({ ...files, ca: stub.ca })) writeFileSync(join(directory, name), text);
    const io = capturedIo();
    const global = ['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '-e', `[::1]:${stub.port}`, '-n'];
    await run([...global, ...words.map((word) => (word in files ? join(directory, word) : word))], io);
    const lines = io.err().replaceAll(`${directory}/`, '').split('\n');
    return { out: io.out(), warnings: lines.filter((line) => line.startsWith('Warning: ')) };
  } finally {
    await stub.close();
  }
}

const manifest = `name: web
instance_groups:
- name: web
  instnces: 2
  env: {instnces: 1}
  whatever_others_read: 1
`;

it('deploy warns of a key that is nearly one that is known, with its line, and of no other', async () => {
  const { out, warnings } = await said(['-d', 'web', 'deploy', 'web.yml', '-o', 'ops.yml'], {
    'web.yml': manifest,
    'ops.yml': '- type: replace\n  path: /instance_groups/0/persistent_dsk?\n  value: 1024\n',
  });
  expect(warnings).toEqual([
    "Warning: web.yml, line 4: nobody reads the key 'instnces': did you mean 'instances'?",
    "Warning: ops.yml, line 3: nobody reads the key 'persistent_dsk': did you mean 'persistent_disk'?",
  ]);
  expect(out).not.toContain('instnces');
});

it.each([
  ['update-config', 'cloud', 'cloud.yml'],
  ['update-cloud-config', 'cloud.yml'],
])('%s %s warns of them too', async (...words) => {
  const { warnings } = await said(words, { 'cloud.yml': 'networks:\n- name: a\n  typ: manual\n' });
  expect(warnings).toEqual(["Warning: cloud.yml, line 3: nobody reads the key 'typ': did you mean 'type'?"]);
});

it.each([
  ['update-config', 'cloud', 'web.yml'],
  ['update-cloud-config', 'web.yml'],
])('%s %s of a manifest, or of another config, is not taken in silence', async (...words) => {
  const told = async (text: string): Promise<string[]> => (await said(words, { 'web.yml': text })).warnings;
  expect(await told(manifest)).toEqual([
    'Warning: web.yml reads like a deployment manifest, not like a cloud config: deploy it with `bosh6 -d NAME deploy`',
  ]);
  expect(await told('cpis: []\n')).toEqual([
    'Warning: web.yml reads like a CPI config, not like a cloud config: store it as a config of type cpi',
  ]);
  expect(await told('mine: 1\n')).toEqual([]);
});

it('of a config whose type has no schema nothing is said', async () => {
  expect((await said(['update-config', 'mine', 'mine.yml'], { 'mine.yml': 'networs: []\n' })).warnings).toEqual([]);
});
