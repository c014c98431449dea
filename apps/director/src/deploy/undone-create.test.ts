import { defineErrors } from '@bosh6/base';
import { type CallContext, type CreateVmRequest, cpiError } from '@bosh6/cpi-protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, manifest, startHarness } from './harness.test.support.js';
import { recoverDeploys } from './recover-deploys.js';

const fail = defineErrors({ InvalidResponse: { fault: 'iaas' } });
const info = (undoes: boolean) => ({
  stemcell_formats: ['fake'],
  api_version: 2,
  capabilities: { idempotent_requests: true, undo_create: undoes },
});

let h: Harness;
let asked: string[];
let undone: string[];
let failure: Error | undefined;
let undoFails: boolean;
let undoes: boolean;
let pauses: number[];
/** What a pause between two tries has happen; it takes no time. */
let meanwhile: () => Promise<void>;
beforeEach(async () => {
  h = await startHarness();
  [asked, undone, failure, undoFails, undoes] = [[], [], undefined, false, true];
  [pauses, meanwhile] = [[], async () => undefined];
  const { world } = h.collaborators;
  const { sleep } = world;
  world.sleep = async (ms, signal) => {
    if (asked.length === 0 || ![500, 1000, 2000, 4000].includes(ms)) return sleep(ms, signal);
    pauses.push(ms);
    await meanwhile();
    signal?.throwIfAborted();
  };
  const create = h.cpi.createVm.bind(h.cpi);
  Object.assign(h.cpi, {
    info: async () => info(undoes),
    createVm: async (request: CreateVmRequest, context: CallContext) => {
      if (failure === undefined || JSON.stringify(request.env).includes('-compilation-')) return create(request, context);
      asked.push(context.requestId);
      throw failure;
    },
    undoCreate: async (method: string, requestId: string) => {
      if (undoFails) throw cpiError('CloudError', 'away', { okToRetry: true });
      undone.push(`${method} ${requestId}`);
    },
  });
});
afterEach(() => h.close());

const open = () => h.store.read.intents.all({ state: 'open' });
const deployed = async (): Promise<string | undefined> => (await h.deploy(manifest)).state;

test('a CPI that says no is believed', async () => {
  failure = cpiError('VMCreationFailed', 'no such network');
  expect(await deployed()).toBe('error');
  expect([asked.length, undone, await open()]).toEqual([1, [], []]);
});

test('what a CPI that died had made is undone; the call is not made again', async () => {
  failure = fail('InvalidResponse', 'it wrote nothing');
  expect(await deployed()).toBe('error');
  expect(undone).toEqual([`create_vm ${asked[0]}`]);
  expect(asked).toHaveLength(1);
  expect(await open()).toEqual([]);
});

test('of a CPI that died and cannot undo, the intent stays open until a start has made what there may be anew, and deleted it', async () => {
  undoes = false;
  failure = fail('InvalidResponse', 'it wrote nothing');
  expect(await deployed()).toBe('error');
  expect(await open()).toMatchObject([{ kind: 'create_vm', requestId: asked[0] }]);
  failure = undefined;
  await recoverDeploys(h.collaborators);
  expect([await open(), [...h.cpi.vms.keys()], undone]).toEqual([[], [], []]);
});

test('a CPI that answers is believed, whether it can undo or not', async () => {
  undoes = false;
  failure = cpiError('VMCreationFailed', 'busy', { okToRetry: true });
  expect(await deployed()).toBe('error');
  expect([new Set(asked).size, undone, await open()]).toEqual([5, [], []]);
});

test('each try that may succeed later is undone before the next, which has an id of its own', async () => {
  failure = cpiError('VMCreationFailed', 'busy', { okToRetry: true });
  expect(await deployed()).toBe('error');
  expect(new Set(asked).size).toBe(5);
  expect(undone).toEqual(asked.map((id) => `create_vm ${id}`));
  expect(await open()).toEqual([]);
});

test('between two tries there is a pause, twice as long each time, that a cancel ends', async () => {
  failure = cpiError('VMCreationFailed', 'away', { okToRetry: true });
  expect(await deployed()).toBe('error');
  expect(pauses).toEqual([500, 1000, 2000, 4000]);
  [asked, pauses] = [[], []];
  meanwhile = async () => {
    const [running] = await h.store.read.tasks.all({ state: 'processing' });
    await h.queue.cancel(running?.id ?? -1);
  };
  expect(await deployed()).toBe('cancelled');
  expect([asked.length, pauses]).toEqual([1, [500]]);
});

test.each(['the next deploy', 'the next start'])(
  'what cannot be undone is tried again with the same id, and undone by %s',
  async (when) => {
    failure = cpiError('VMCreationFailed', 'away', { okToRetry: true });
    undoFails = true;
    expect(await deployed()).toBe('error');
    expect(asked).toEqual(Array(5).fill(asked[0]));
    expect(await open()).toMatchObject([{ kind: 'create_vm', requestId: asked[0] }]);
    [failure, undoFails] = [undefined, false];
    if (when === 'the next deploy') expect(await deployed()).toBe('done');
    else await recoverDeploys(h.collaborators);
    expect(undone).toEqual([`create_vm ${asked[0]}`]);
    expect(await open()).toEqual([]);
  },
);
