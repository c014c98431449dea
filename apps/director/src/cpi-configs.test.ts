import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cpi, cpiError } from '@bosh6/cpi-protocol';
import { cpiLineSchema } from '@bosh6/director-api';
import { writeArchive } from '@bosh6/formats/archives';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, DirectorFixture } from './director-fixture.test.suite.js';

const json = { 'content-type': 'application/json' };
let director: DirectorFixture;
const post = (path: string, body: object): Promise<Answer> =>
  director.as(path, { method: 'POST', headers: json, body: JSON.stringify(body) });
const setCpis = (content: string, name = 'default'): Promise<Answer> => post('/configs', { type: 'cpi', name, content });

/** Keeps the images' names and fails to delete when told. */
class StemcellCpi {
  readonly kept = new Set<string>();
  refusing = false;
  #made = 0;
  constructor(
    readonly name: string,
    readonly formats: string[],
  ) {}
  readonly info: Cpi['info'] = async () => ({ stemcell_formats: this.formats, api_version: 2 });
  readonly createStemcell: Cpi['createStemcell'] = async (_path, _properties, _env, { log }) => {
    log(`${this.name} takes an image`);
    this.#made += 1;
    this.kept.add(`${this.name}-${this.#made}`);
    return `${this.name}-${this.#made}` as never;
  };
  readonly deleteStemcell: Cpi['deleteStemcell'] = async (cid) => {
    if (this.refusing) throw cpiError('CloudError', 'not now');
    this.kept.delete(cid);
  };
}
const cpis = { a: new StemcellCpi('a', ['light']), b: new StemcellCpi('b', ['light', 'full']), other: new StemcellCpi('other', ['ova']) };

beforeAll(async () => {
  director = await DirectorFixture.start();
  for (const cpi of Object.values(cpis)) director.cpis.set(cpi.name, cpi);
});
afterAll(() => director.close());

describe('a CPI config', () => {
  it.each<[string, string, number, string]>([
    ['a name twice', 'cpis:\n- {name: a, type: t}\n- {name: a, type: t}\n', 550000, '/cpis/1/name'],
    ['a relative path', 'cpis:\n- {name: a, type: t, exec_path: cpi}\n', 40005, '/cpis/0/exec_path'],
    ['no list', 'cpi: a\n', 40001, '/cpis'],
    [
      'wrong properties for a CPI that is built in',
      'cpis:\n- {name: a, type: local, properties: {socket: 5}}\n',
      100,
      '/cpis/0/properties/socket',
    ],
    ['a variable', 'cpis:\n- {name: a, type: t, properties: {x: ((v))}}\n', 540009, '/cpis/0/properties/x'],
  ])('with %s is refused, and nothing stored', async (_what, content, code, pointer) => {
    const answer = await setCpis(content);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({
      code,
      details: { where: { document: "cpi config 'default'", pointer, line: expect.any(Number) } },
    });
    expect((await director.as('/configs?type=cpi')).json()).toEqual([]);
  });

  it('goes together with the others, and is diffed without its properties', async () => {
    expect(await setCpis('cpis: [{name: a, type: t, properties: {password: hidden}}]')).toMatchObject({ status: 201 });
    const other = await setCpis('cpis: [{name: x, type: t}, {name: y, type: t, migrated_from: [{name: a}]}]', 'more');
    expect(other.json()).toMatchObject({
      code: 550000,
      details: { where: { document: "cpi config 'more'", pointer: '/cpis/1/migrated_from/0/name' } },
    });
    const diff = await post('/configs/diff', {
      type: 'cpi',
      name: 'default',
      content: 'cpis: [{name: a, type: t, properties: {password: new}}]',
    });
    expect(diff.text).toContain('<redacted>');
    expect(diff.text).not.toMatch(/hidden|new/);
  });
});

describe('stemcells with several CPIs', () => {
  const needed = async (): Promise<unknown> => (await post('/stemcell_uploads', { stemcell: { name: 'tiny', version: '1.0' } })).json();
  const upload = async (query = '', format = 'light') => {
    const image = join(director.dir, 'image');
    const archive = join(director.dir, 's.tgz');
    await writeFile(image, 'image');
    const text = `name: tiny\nversion: "1.0"\nsha1: ${'0'.repeat(40)}\noperating_system: tiny-os\nstemcell_formats: [${format}]\ncloud_properties: {}\n`;
    await writeArchive(archive, [
      { path: 'stemcell.MF', text },
      { path: 'image', file: image },
    ]);
    const headers = { 'content-type': 'application/x-compressed' };
    return director.task(await director.as(`/stemcells${query}`, { method: 'POST', headers, body: await readFile(archive) }));
  };
  const steps = ({ events }: { events: Record<string, unknown>[] }): unknown[] =>
    events.filter(({ state }) => state === 'finished').map(({ task }) => task);
  const rows = async (): Promise<string[]> =>
    ((await director.as('/stemcells')).json() as { cpi: string; cid: string }[]).map(({ cpi, cid }) => `${cpi}: ${cid}`).sort();

  it('go to each that takes their format', async () => {
    await setCpis('cpis: [{name: a, type: t}, {name: other, type: u}]');
    expect(await needed()).toEqual({ needed: true });
    const task = await upload();
    expect(steps(task).slice(1)).toEqual([
      'Verifying stemcell manifest',
      'Checking if this stemcell already exists (cpi: a)',
      'Uploading stemcell tiny/1.0 to the cloud (cpi: a)',
      'Save stemcell tiny/1.0 (a-1) (cpi: a)',
    ]);
    expect(await rows()).toEqual(['a: a-1']);
    const log = await director.as(`/tasks/${task.id}/output?type=cpi`);
    expect(log).toMatchObject({ status: 200, headers: { 'content-type': expect.stringContaining('text/plain') } });
    expect(log.text).toMatch(/CPI 'a' createStemcell\n.*\] a takes an image\n.*CPI 'a' createStemcell done/);
    expect((await director.as(`/tasks/${task.id}/output?type=debug`)).text).not.toContain('takes an image');
  });

  it('come to a CPI that was added when they are uploaded again, and only there', async () => {
    await setCpis('cpis: [{name: a, type: t}, {name: b, type: v}]');
    expect(await needed()).toEqual({ needed: true });
    expect(steps(await upload())).toEqual(
      expect.arrayContaining(['Save stemcell tiny/1.0 (a-1) (cpi: a) (already exists, skipped)', 'Save stemcell tiny/1.0 (b-1) (cpi: b)']),
    );
    expect(await rows()).toEqual(['a: a-1', 'b: b-1']);
    expect(await needed()).toEqual({ needed: false });
  });

  it('are taken anew by all with fix, and are those of a CPI that was renamed', async () => {
    director.cpis.set('renamed', cpis.b);
    await setCpis('cpis: [{name: a, type: t}, {name: renamed, type: v, migrated_from: [{name: b}]}]');
    expect(await needed()).toEqual({ needed: false });
    expect(steps(await upload()).filter((step) => String(step).includes('skipped'))).toHaveLength(4);
    await upload('?fix=true');
    expect(await rows()).toEqual(['a: a-2', 'renamed: b-2']);
  });

  it('are refused when no CPI takes their format', async () => {
    expect((await upload('', 'none')).events.at(-1)).toMatchObject({ error: { code: 50008 } });
  });

  it('are deleted on each; one that a CPI keeps is forgotten with force', async () => {
    cpis.b.refusing = true;
    const remove = async (query = '') => director.task(await director.as(`/stemcells/tiny/1.0${query}`, { method: 'DELETE' }));
    expect((await remove()).events.at(-1)).toMatchObject({ error: { message: expect.stringContaining('not now') } });
    expect([cpis.a.kept.has('a-2'), await rows()]).toEqual([false, ['renamed: b-2']]);
    // a CPI that no config has any more cannot delete either
    await setCpis('cpis: [{name: a, type: t}]');
    expect((await remove()).events.at(-1)).toMatchObject({ error: { code: 550001 } });
    expect(await remove('?force=true')).toMatchObject({ state: 'done' });
    expect(await rows()).toEqual([]);
  });
});

describe('GET /cpis', () => {
  it('asks each for what it can, and goes on after one that fails', async () => {
    const failing: Partial<Cpi> = { info: async () => Promise.reject(cpiError('CloudError', 'not now')) };
    const able: Cpi['info'] = async () => ({
      stemcell_formats: ['ova'],
      api_version: 3,
      capabilities: { undo_create: true, vm_diagnostics: false },
    });
    director.cpis.set('failing', failing).set('able', { info: able });
    await setCpis('cpis: [{name: failing, type: f}, {name: able, type: g}]');
    const { id } = await director.task(await director.as('/cpis'));
    const { text } = await director.as(`/tasks/${id}/output?type=result`);
    const lines = text
      .trim()
      .split('\n')
      .map((line) => cpiLineSchema.parse(JSON.parse(line)));
    expect(lines).toEqual([
      { name: 'failing', api_version: null, stemcell_formats: [], capabilities: [], error: expect.stringContaining('not now') },
      { name: 'able', api_version: 3, stemcell_formats: ['ova'], capabilities: ['undo_create'], error: null },
    ]);
  });
});
