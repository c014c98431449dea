import { realWorld } from '@bosh6/base';
import { afterEach, describe, expect, it } from 'vitest';
import { type Answer, FakeVcenter, soap, soapRef } from '../testing/fake-vcenter.js';
import type { Vim } from '../vim.js';

const task = { type: 'Task', value: 'task-1' } as const;
const ended =
  '<version>1</version><filterSet><filter type="PropertyFilter">f</filter><objectSet><kind>enter</kind><obj type="Task">task-1</obj>' +
  '<changeSet><name>info</name><op>assign</op><val xsi:type="TaskInfo"><key>task-1</key><task type="Task">task-1</task>' +
  '<descriptionId>d</descriptionId><state>success</state><result xsi:type="xsd:string">made</result></val></changeSet></objectSet></filterSet>';

describe('waiting for a task through an outage, which the simulator does not have', () => {
  let server: FakeVcenter;
  let vim: Vim;
  const paused: number[] = [];
  const start = async (outages: number): Promise<void> => {
    let left = outages;
    const answer: Answer = (name) => {
      if (name === 'WaitForUpdatesEx') return left-- > 0 ? { status: 503 } : { body: soap(name, ended) };
      if (name === 'CreatePropertyCollector') return { body: soapRef(name, 'PropertyCollector', 'own') };
      if (name === 'CreateListView') return { body: soapRef(name, 'ListView', 'list') };
      if (name === 'CreateFilter') return { body: soapRef(name, 'PropertyFilter', 'f') };
      return undefined;
    };
    server = await new FakeVcenter(answer).listen();
    paused.length = 0;
    const sleep = async (ms: number): Promise<void> => {
      paused.push(ms);
    };
    vim = await server.connect({ world: { ...realWorld(), sleep } });
  };
  afterEach(async () => {
    await vim.close();
    await server.close();
  });

  it('goes on with pauses that grow', async () => {
    await start(3);
    expect(await vim.tasks.wait(task, 'CreateVirtualDisk_Task')).toBe('made');
    expect(paused).toEqual([1000, 2000, 4000]);
  });

  it('gives up in the end, and waits anew when it is asked to', async () => {
    await start(7);
    await expect(vim.tasks.wait(task, 'CreateVirtualDisk_Task')).rejects.toMatchObject({ code: 'VSphereRefused' });
    expect(paused).toHaveLength(6);
    expect(await vim.tasks.wait(task, 'CreateVirtualDisk_Task')).toBe('made');
  });
});
