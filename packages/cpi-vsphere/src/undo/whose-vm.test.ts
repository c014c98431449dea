import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { optionValues } from '../vm/extra-config.js';
import { type Looked, whoseVm } from './whose-vm.js';

const uuid = randomUUID();
const name = `vm-${uuid}`;
const readable = `job_dep_${uuid.slice(-12)}`;
const of = (requestId: string) => optionValues({ 'bosh6.request_id': requestId });

it.each<[string, Looked, ReturnType<typeof whoseVm>]>([
  ['that says so', { name, 'config.extraConfig': of('r') }, 'ours'],
  ['that says so, with a name for people', { name: readable, 'config.extraConfig': of('r') }, 'ours'],
  ['of another request', { name: readable, 'config.extraConfig': of('s') }, 'another'],
  ['that says nothing', { name, 'config.extraConfig': [] }, 'another'],
  ['on a host that is disconnected', { name }, 'unreadable'],
  ['of another name', { name: `vm-${randomUUID()}` }, 'another'],
  ['without a name', {}, 'another'],
])('a VM %s', (_what, looked, whose) => expect(whoseVm(uuid, 'r', looked)).toBe(whose));
