import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { vcsimAvailable } from '../vcsim/build-vcsim.js';
import { startVsphereLab, type VsphereLab } from './lab.js';

const readme = readFileSync(join(root, 'packages/vim25/README.md'), 'utf8');
const examples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code);

describe.skipIf(!(await vcsimAvailable()))('the examples of the README of vim25', () => {
  let lab: VsphereLab;
  let folder: string;
  const runExample = async (index: number): Promise<string> => {
    const file = join(folder, `example-${index}.ts`);
    writeFileSync(file, examples[index] ?? '');
    const env = { ...process.env, VCENTER: lab.vcsim.url, VCENTER_USER: 'bosh', VCENTER_PASSWORD: 'right', VCENTER_CA: lab.vcsim.ca };
    const ran = await run([process.execPath, file], { env });
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    return ran.stdout;
  };
  beforeAll(async () => {
    lab = await startVsphereLab({ listen: '[::1]:0', poweredOn: false });
    // Below e2e, where the package is found by its name.
    mkdirSync(join(root, 'e2e/artifacts'), { recursive: true });
    folder = mkdtempSync(join(root, 'e2e/artifacts/readme-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await lab?.stop();
  });

  it('are three', () => {
    expect(examples).toHaveLength(3);
  });

  it('power VMs on', async () => {
    expect((await runExample(0)).split('\n').sort()).toEqual(['', 'DC0_C0_RP0_VM0', 'DC0_C0_RP0_VM1']);
    expect((await runExample(0)).split('\n')).toHaveLength(3);
  });

  it('clone one, and tell that it exists', async () => {
    expect(await runExample(1)).toMatch(/^vm-\d+\n$/);
    expect(await runExample(1)).toMatch(/^it exists: CloneVM_Task on VirtualMachine vm-\d+: .*DuplicateName/);
  });

  it('write and read a file', async () => {
    expect(await runExample(2)).toBe('{"hello":"world"} 17 bytes\n');
  });
});
