import { createHash } from 'node:crypto';
import { type Timer, VirtualWorld } from '@bosh6/base';
import { afterEach, describe, expect, it } from 'vitest';
import { type Renderer, type RenderJob, RenderMemo, startRenderer } from './index.js';

const started: Renderer[] = [];
function start(options: Parameters<typeof startRenderer>[0] = {}): Renderer {
  const renderer = startRenderer(options);
  started.push(renderer);
  return renderer;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((renderer) => renderer.close()));
});

const spec = { name: 'nginx', index: 0, networks: { ipv6: { ip: '2601:646:100:69f1::165' } } };
const context = { spec, properties: { nginx_conf: 'listen [::]:80 ipv6only=off;\n', pre_start: '#!/bin/bash -ex\nexit 0\n' }, links: {} };

function job(templates: Record<string, string>, more: Partial<RenderJob> = {}): RenderJob {
  const list = Object.entries(templates).map(([source, text]) => ({ source, destination: `etc/${source.replace('.erb', '')}`, text }));
  return { name: 'nginx', monit: 'check process nginx\n', templates: list, context, ...more };
}

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

// Each starts a Ruby of its own, which takes seconds on a busy machine.
describe('a renderer', { timeout: 60_000 }, () => {
  it('renders the nginx release to the byte', async () => {
    const nginx: RenderJob = {
      name: 'nginx',
      monit: 'check process nginx\n  with pidfile /var/vcap/sys/run/nginx/nginx.pid\n  group <%= "vcap" %>\n',
      templates: [
        { source: 'pre-start.erb', destination: 'bin/pre-start', text: "<%= p('pre_start') %>" },
        { source: 'nginx.conf.erb', destination: 'etc/nginx.conf', text: "<%= p('nginx_conf') %>" },
        { source: 'ssl_key.erb', destination: 'etc/ssl.key.pem', text: "<%= p('ssl_key', '') -%>\n" },
      ],
      provides: [{ name: 'http-server', type: 'http-router', group: 'nginx' }],
      context,
    };
    const result = await start().render({ jobs: [nginx] });
    const links = '[\n  {\n    "name": "http-server",\n    "type": "http-router",\n    "group": "nginx"\n  }\n]\n';
    if (!result.ok) throw new Error(JSON.stringify(result.errors));
    const [rendered] = result.jobs;
    expect(rendered?.files.map(({ source, destination, content }) => [source, destination, Buffer.from(content).toString()])).toEqual([
      ['pre-start.erb', 'bin/pre-start', '#!/bin/bash -ex\nexit 0\n'],
      ['nginx.conf.erb', 'etc/nginx.conf', 'listen [::]:80 ipv6only=off;\n'],
      ['ssl_key.erb', 'etc/ssl.key.pem', ''],
      ['.bosh/links.json', '.bosh/links.json', links],
    ]);
    const monit = 'check process nginx\n  with pidfile /var/vcap/sys/run/nginx/nginx.pid\n  group vcap\n';
    const conf = 'listen [::]:80 ipv6only=off;\n';
    const preStart = '#!/bin/bash -ex\nexit 0\n';
    expect(Buffer.from(rendered?.monit ?? '').toString()).toBe(monit);
    expect(rendered?.templateHash).toBe(sha1(`${monit}${links}${conf}${preStart}`));
    expect(result.configurationHash).toBe(
      sha1(`${monit}nginx${links}.bosh/links.json${conf}etc/nginx.conf${preStart}bin/pre-startetc/ssl.key.pem`),
    );
  });

  it('tells every error of every job', async () => {
    const one = job({ 'a.erb': 'x\n<%= p("none") %>', 'b.erb': 'fine', 'c.erb': '<%= nope %>' });
    const two = job({ 'd.erb': 'fine' }, { name: 'other', monit: '\n\n<%= link("db") %>' });
    const result = await start().render({ jobs: [one, two] });
    expect(result).toEqual({
      ok: false,
      errors: [
        { job: 'nginx', template: 'a.erb', line: 2, message: "Can't find property 'none'" },
        { job: 'nginx', template: 'c.erb', line: 1, message: expect.stringContaining("'nope'") },
        { job: 'other', template: 'monit', line: 3, message: "Can't find link 'db'" },
      ],
    });
  });

  it('stops a template that never ends, names it, and goes on', async () => {
    const renderer = start();
    await renderer.warm();
    const first = renderer.pid;
    const endless = renderer.render({ jobs: [job({ 'ok.erb': '', 'loop.erb': '<% loop {} %>' })], timeoutMs: 200 });
    const next = renderer.render({ jobs: [job({ 'ok.erb': 'ok' })] });
    await expect(endless).rejects.toMatchObject({ code: 'RenderTimeout', details: { job: 'nginx', template: 'loop.erb' } });
    expect(await next).toMatchObject({ ok: true });
    expect(renderer.pid).not.toBe(first);
  });

  it.each(['<% exit! %>', "<% require 'js'; JS.eval('process.exit()') %>", "<% require 'js'; JS.global[:process] %>"])(
    "survives '%s'",
    async (text) => {
      const renderer = start();
      const result = await renderer.render({ jobs: [job({ 'out.erb': text })] });
      expect(result).toMatchObject({ ok: false, errors: [{ job: 'nginx', template: 'out.erb' }] });
      expect(await renderer.render({ jobs: [job({ 'ok.erb': 'ok' })] })).toMatchObject({ ok: true });
    },
  );

  it('answers many at once, each with its own', async () => {
    const renderer = start();
    const results = await Promise.all(
      Array.from({ length: 5 }, (_, i) =>
        renderer.render({ jobs: [job({ 'i.erb': '<%= index %>' }, { context: { ...context, spec: { ...spec, index: i } } })] }),
      ),
    );
    expect(results.map((result) => result.ok && Buffer.from(result.jobs[0]?.files[0]?.content ?? '').toString())).toEqual([...'01234']);
  });

  it('with a memo asks Ruby for what is not known, and tells errors anew', async () => {
    const world = new VirtualWorld();
    const renderer = start({ world, idleMs: 1000 });
    const memo = new RenderMemo();
    const of = (index: number, more: object = {}): RenderJob =>
      job(
        { 'same.erb': "<%= p('pre_start') %>", 'own.erb': '<%= index %>' },
        { context: { ...context, ...more, spec: { ...spec, index } } },
      );
    const contents = async (jobs: RenderJob[]) => {
      const result = await renderer.render({ jobs, memo });
      return result.ok
        ? result.jobs.flatMap(({ files }) => files.slice(0, -1).map(({ content }) => Buffer.from(content).toString()))
        : result;
    };
    expect(await contents([of(0), of(1)])).toEqual([context.properties.pre_start, '0', context.properties.pre_start, '1']);
    world.advance(1000);
    expect(renderer.pid).toBeUndefined();
    expect(await contents([of(1), of(0)])).toEqual([context.properties.pre_start, '1', context.properties.pre_start, '0']);
    expect(renderer.pid).toBeUndefined();
    expect(await contents([of(2, { properties: { pre_start: 'x' } })])).toEqual(['x', '2']);
    const wrong = job({ 'wrong.erb': '<%= p("none") %><%= p("pre_start") %>' });
    const failed = { ok: false, errors: [{ job: 'nginx', template: 'wrong.erb', line: 1, message: "Can't find property 'none'" }] };
    expect(await contents([wrong])).toEqual(failed);
    expect(await contents([wrong])).toEqual(failed);
  });

  it('forgets what it knew when a template alters Ruby', async () => {
    const renderer = start();
    const memo = new RenderMemo();
    const shout = { 'shout.erb': '<%= "a".upcase %>' };
    const text = async (jobs: RenderJob[]) => {
      const result = await renderer.render({ jobs, memo });
      return result.ok ? Buffer.from(result.jobs.at(-1)?.files[0]?.content ?? []).toString() : result.errors;
    };
    expect(await text([job(shout)])).toBe('A');
    expect(await text([job({ 'alter.erb': '<% class String; def upcase; "altered"; end; end %>' }), job(shout)])).toBe('altered');
    expect(await text([job(shout)])).toBe('altered');
  });

  it('forgets it for what was asked meanwhile too', async () => {
    const renderer = start();
    const memo = new RenderMemo();
    const shout = job({ 'shout.erb': '<%= "a".upcase %>' });
    await renderer.render({ jobs: [shout], memo });
    const alter = job({ 'alter.erb': '<% class String; def upcase; "altered"; end; end %>' });
    const [, second] = await Promise.all([renderer.render({ jobs: [alter], memo }), renderer.render({ jobs: [shout], memo })]);
    expect(second.ok && Buffer.from(second.jobs[0]?.files[0]?.content ?? []).toString()).toBe('altered');
  });

  it('asks another child for what was behind a template that ended Ruby, or never ends', async () => {
    const renderer = start();
    await renderer.warm();
    const of = (text: string, more: object = {}) => renderer.render({ jobs: [job({ 'out.erb': text })], ...more });
    const stop = new AbortController();
    const order = [
      of('<% exit! %>'),
      of('1'),
      of('<% loop {} %>', { timeoutMs: 200 }),
      of('<% loop {} %>', { signal: stop.signal }),
      of('2'),
    ];
    const settled = Promise.allSettled(order);
    await order[2]?.catch(() => {});
    stop.abort(new DOMException('enough', 'AbortError'));
    expect(await settled).toMatchObject([
      { value: { ok: false } },
      { value: { ok: true } },
      { reason: { code: 'RenderTimeout' } },
      { reason: { name: 'AbortError' } },
      { value: { ok: true } },
    ]);
  });

  it('leaves nothing that keeps a process once it is closed', async () => {
    const world = new VirtualWorld();
    const timers = new Set<Timer>();
    const after = world.after.bind(world);
    world.after = (...args) => {
      const timer = after(...args);
      const counted = {
        cancel: () => {
          timers.delete(counted);
          timer.cancel();
        },
      };
      timers.add(counted);
      return counted;
    };
    const renderer = start({ world });
    await renderer.render({ jobs: [job({ 'a.erb': 'a' })] });
    await renderer.close();
    expect(timers.size).toBe(0);
  });

  it('ends its child when it has been idle, and starts another when needed', async () => {
    const world = new VirtualWorld();
    const renderer = start({ world, idleMs: 1000 });
    expect(renderer.pid).toBeUndefined();
    await renderer.warm();
    const first = renderer.pid;
    expect(first).toBeTypeOf('number');
    world.advance(999);
    expect(renderer.pid).toBe(first);
    world.advance(1);
    expect(renderer.pid).toBeUndefined();
    expect(await renderer.render({ jobs: [] })).toMatchObject({ ok: true, jobs: [] });
  });

  it('replaces its child when Ruby has grown too large', async () => {
    const renderer = start({ memoryLimitMib: 1 });
    await renderer.warm();
    const first = renderer.pid;
    await renderer.render({ jobs: [job({ 'a.erb': 'a' })] });
    expect(renderer.pid).not.toBe(first);
    expect(await renderer.render({ jobs: [job({ 'a.erb': 'a' })] })).toMatchObject({ ok: true });
  });

  it('can be told to stop, before and during its work', async () => {
    const renderer = start();
    await expect(renderer.render({ jobs: [], signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    const stop = new AbortController();
    const endless = renderer.render({ jobs: [job({ 'loop.erb': '<% loop {} %>' })], signal: stop.signal });
    stop.abort(new DOMException('enough', 'AbortError'));
    await expect(endless).rejects.toMatchObject({ name: 'AbortError' });
    expect(await renderer.render({ jobs: [] })).toMatchObject({ ok: true });
  });

  it('says so when its child is killed', async () => {
    const renderer = start();
    await renderer.warm();
    const endless = renderer.render({ jobs: [job({ 'loop.erb': '<% loop {} %>' })] });
    const behind = renderer.render({ jobs: [job({ 'ok.erb': 'ok' })] });
    const pid = renderer.pid;
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await expect(endless).rejects.toMatchObject({ code: 'RendererDied' });
    expect(await behind).toMatchObject({ ok: true });
    expect(await renderer.render({ jobs: [] })).toMatchObject({ ok: true });
  });

  it('renders nothing after it was closed', async () => {
    const renderer = start();
    const pending = renderer.render({ jobs: [job({ 'a.erb': 'a' })] });
    const closing = renderer.close();
    await expect(pending).rejects.toMatchObject({ code: 'RendererClosed' });
    await closing;
    await expect(renderer.render({ jobs: [] })).rejects.toMatchObject({ code: 'RendererClosed' });
    expect(renderer.pid).toBeUndefined();
  });
});
