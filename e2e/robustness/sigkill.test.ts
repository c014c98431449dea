import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchNginxSource } from '../fixtures/fetch-nginx-source.mjs';
import { eventually } from '../stack/eventually.js';
import { labProcesses, linksAndMounts } from '../stack/machine.js';
import { cli } from '../stack/paths.js';
import { run } from '../stack/run.js';
import { startWalkthrough, type Walkthrough } from './killed-walkthrough.js';

const points: [string, string][] = [
  ['while the lab starts', 'Starting a lab'],
  ['during the upload of the release', 'bosh -e ipv4 ur https://'],
  ['while nginx compiles', 'Compiling packages: nginx/'],
  ['while the instance is updated', 'Updating instance nginx: nginx/'],
  ['after the page', '<code id="address">fd00:8::2</code>'],
];

describe('the walkthrough killed with SIGKILL', () => {
  let base: string;
  let home: string;
  let machine: ReturnType<typeof linksAndMounts>;
  let walkthrough: Walkthrough | undefined;
  const gone = (): Promise<string[]> =>
    eventually(
      () => labProcesses(base),
      (list) => list.length === 0,
      { seconds: 60 },
    );

  beforeAll(async () => {
    const source = await fetchNginxSource();
    base = mkdtempSync(join(tmpdir(), 'b6k-'));
    home = join(base, 'walkthrough');
    mkdirSync(join(base, 'sources'));
    copyFileSync(source, join(base, 'sources', basename(source)));
    machine = linksAndMounts();
  });
  afterEach(async () => {
    await walkthrough?.kill();
    expect(await gone()).toEqual([]);
  });
  afterAll(async () => {
    await run([process.execPath, cli, 'down', '--delete-state', '-n'], { env: { ...process.env, BOSH6_HOME: home } });
    rmSync(base, { recursive: true, force: true });
  });

  /** Starts a walkthrough and kills it when it has printed `text`; then nothing of it runs, and the machine is as it was. */
  async function killedAt(text: string): Promise<void> {
    walkthrough = startWalkthrough(base);
    await walkthrough.printed(text);
    expect(labProcesses(base)).not.toEqual([]);
    await walkthrough.kill();
    expect(await gone()).toEqual([]);
    expect(linksAndMounts()).toEqual(machine);
  }

  it.each(points)('%s: all it started ends, and the next start begins anew', async (_when, text) => {
    await killedAt(text);
    const left = join(home, 'left-behind');
    writeFileSync(left, '');
    // the first command has been typed: lab and Director are up
    await killedAt('alias-env ipv4');
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(base).sort()).toEqual(['fixtures', 'sources', 'walkthrough']);
    expect(readdirSync(join(home, 'lab')).filter((name) => ['lab.json', 'lab.sock', 'hop.sock'].includes(name))).toEqual([]);
    expect(existsSync(join(home, 'lab', 'vms')) ? readdirSync(join(home, 'lab', 'vms')) : []).toEqual([]);
  });

  it('and then a whole one succeeds and leaves the state directory as it was before the first', async () => {
    walkthrough = startWalkthrough(base);
    const { code, lastLine, shown } = await walkthrough.ended();
    expect(code, shown).toBe(0);
    expect(JSON.parse(lastLine)).toMatchObject({
      ok: true,
      addresses: ['10.0.9.165', '2601:646:100:69f1::165'],
      pages: { ipv4: 200, ipv6: 200 },
    });
    expect(labProcesses(base)).toEqual([]);
    expect(linksAndMounts()).toEqual(machine);
    expect(readdirSync(base).sort()).toEqual(['fixtures', 'sources']);
  });
});
