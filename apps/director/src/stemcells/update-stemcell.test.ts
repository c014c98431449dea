import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineErrors } from '@bosh6/base';
import { type CallContext, cpiError, type StemcellCid } from '@bosh6/cpi-protocol';
import { writeArchive } from '@bosh6/formats/archives';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, startHarness } from '../deploy/harness.test.support.js';
import { recoverDeploys } from '../deploy/recover-deploys.js';
import { updateStemcellHandler } from './update-stemcell.js';

const fail = defineErrors({ InvalidResponse: { fault: 'iaas' } });
const stemcell =
  'name: other\nversion: "2"\noperating_system: os\napi_version: 3\nsha1: x\ncloud_properties: {}\nstemcell_formats: [fake]\n';

let h: Harness;
let dir: string;
let undone: string[];
let asked: string[];
/** What create_stemcell does. */
let create: () => Promise<string>;
let undo: () => Promise<void>;
beforeEach(async () => {
  h = await startHarness();
  h.queue.register(updateStemcellHandler(h.collaborators));
  dir = await mkdtemp(join(tmpdir(), 'bosh6-stemcell-'));
  [undone, asked] = [[], []];
  create = async () => 'sc-1';
  undo = async () => undefined;
  Object.assign(h.cpi, {
    info: async () => ({ stemcell_formats: ['fake'], api_version: 2, capabilities: { undo_create: true } }),
    createStemcell: async (_image: string, _properties: object, _env: object, { requestId }: CallContext) => {
      asked.push(requestId);
      return (await create()) as StemcellCid;
    },
    undoCreate: async (method: string, requestId: string) => {
      await undo();
      undone.push(`${method} ${requestId}`);
    },
  });
});
afterEach(async () => {
  await h.close();
  await rm(dir, { recursive: true });
});

const intents = (state?: 'open') => h.store.read.intents.all(state === undefined ? {} : { state });
/** The file goes with the task. */
async function upload(): Promise<string> {
  const path = join(dir, 'stemcell.tgz');
  await writeArchive(path, [
    { path: 'stemcell.MF', text: stemcell },
    { path: 'image', text: 'image' },
  ]);
  return (await h.run('update_stemcell', { path, fix: false })).state;
}
const died = fail('InvalidResponse', 'it wrote nothing');

test('what is to be made is written down before the CPI is called, and settled with the stemcell', async () => {
  create = async () => {
    expect(await intents('open')).toMatchObject([{ kind: 'create_stemcell', requestId: asked[0], payload: { cpi: '' } }]);
    return 'sc-1';
  };
  expect(await upload()).toBe('done');
  expect(await h.store.read.stemcells.find({ name: 'other' })).toMatchObject({ cid: 'sc-1', version: '2' });
  expect(await intents()).toMatchObject([{ state: 'done', outcome: { cid: 'sc-1' } }]);
});

test('a CPI that says no is believed; what one that died made is undone, by the next start where it cannot be now', async () => {
  create = () => Promise.reject(cpiError('CloudError', 'no'));
  expect(await upload()).toBe('error');
  expect([undone, await intents('open')]).toEqual([[], []]);
  create = () => Promise.reject(died);
  undo = () => Promise.reject(cpiError('CloudError', 'away'));
  expect(await upload()).toBe('error');
  expect(await intents('open')).toMatchObject([{ requestId: asked[1] }]);
  undo = async () => undefined;
  await recoverDeploys(h.collaborators);
  expect([undone, await intents('open')]).toEqual([[`create_stemcell ${asked[1]}`], []]);
});

test.each(['processing', 'queued'] as const)('one whose task will run again is left to it: %s', async (state) => {
  create = () => Promise.reject(died);
  undo = () => Promise.reject(cpiError('CloudError', 'away'));
  await upload();
  const [intent] = await intents('open');
  await h.store.write((tx) => tx.tasks.update({ id: intent?.taskId ?? 0 }, { state, finishedAt: null }));
  undo = async () => undefined;
  await recoverDeploys(h.collaborators);
  expect([undone, await intents('open')]).toEqual([[], [intent]]);
});
