import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeVcenter, soapRef } from '../testing/fake-vcenter.js';
import type { Vim } from '../vim.js';
import { TaskList } from './task-list.js';

let server: FakeVcenter;
let vim: Vim;
let list: TaskList;
beforeEach(async () => {
  server = await new FakeVcenter((name) => (name === 'CreateListView' ? { body: soapRef(name, 'ListView', 'list') } : undefined)).listen();
  vim = await server.connect();
  list = new TaskList(vim.session);
  await list.create();
});
afterEach(async () => {
  await vim.close();
  await server.close();
});

/** What each change of the list adds and removes. */
function changes(): string[] {
  return server.seen
    .filter(({ body }) => body.includes('<ModifyListView '))
    .map(({ body }) => [...body.matchAll(/<(add|remove) [^>]*>([^<]*)</g)].map(([, what, id]) => `${what} ${id}`).join(', '));
}

it('adds a task once, and takes finished ones off with the next arrival', async () => {
  for (const wanted of [['a', 'b'], ['a', 'b'], ['b', 'c'], ['c'], ['b', 'c']]) await list.sync(() => wanted);
  expect(changes()).toEqual(['add a, add b', 'add c, remove a']);
  await list.sync(() => ['d']);
  expect(changes().slice(2)).toEqual(['add d, remove b, remove c']);
  await list.sync(() => ['b', 'd']);
  expect(changes().slice(3)).toEqual(['add b']);
});

it('adds a task once though it is asked for while a change is under way', async () => {
  await Promise.all([list.sync(() => ['a']), list.sync(() => ['a', 'b']), list.sync(() => ['a', 'b'])]);
  expect(changes()).toEqual(['add a', 'add b']);
});

it('begins anew with a new session’s list', async () => {
  await list.sync(() => ['a']);
  await list.create();
  await list.sync(() => ['a']);
  expect(changes()).toEqual(['add a', 'add a']);
});
