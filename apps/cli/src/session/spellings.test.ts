import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { adminToken, startStubDirector } from '../testing/stub-director.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

const dist = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).href;

interface Outcome {
  given: string;
  code: number;
  out: string;
  err: string;
  config: string;
  hosts: string[];
}

/** Runs one `alias-env` a spelling against a Director on port 25555, in a network namespace that has ::1, 127.0.0.1, 2001:db8::151 and fe80::b6%lo. */
async function inNamespace(spellings: readonly string[], certifiedIps: readonly string[]): Promise<Outcome[]> {
  const script = `
    import { readFileSync, writeFileSync, rmSync } from 'node:fs';
    const { run } = await import(${JSON.stringify(dist('main.js'))});
    const { startStubDirector } = await import(${JSON.stringify(dist('testing/stub-director.js'))});
    const { capturedIo } = await import(${JSON.stringify(dist('testing/captured-io.js'))});
    const [directory, spellings, ips] = JSON.parse(process.argv[1]);
    const stub = await startStubDirector(() => undefined, ['localhost'], { port: 25555, ips });
    const [ca, config] = [directory + '/ca.pem', directory + '/config'];
    writeFileSync(ca, stub.ca);
    const outcomes = [];
    for (const given of spellings) {
      rmSync(config, { force: true });
      stub.exchanges.length = 0;
      const io = capturedIo('admin\\nsecret\\n');
      const base = ['--config', config, '--tty', '--ca-cert', ca];
      const code = (await run([...base, '-e', given, 'alias-env', 'six'], io)) || (await run([...base, '-e', 'six', 'log-in'], io))
        || (await run([...base, '-e', given, 'environment'], io));
      const hosts = [...new Set(stub.exchanges.map(({ headers }) => headers.host))];
      outcomes.push({ given, code, out: io.out(), err: io.err(), hosts, config: code === 0 ? readFileSync(config, 'utf8') : '' });
    }
    console.log(JSON.stringify(outcomes));
    await stub.close();
    process.exit();
  `;
  const setUp = 'ip link set lo up && ip addr add fe80::b6/64 dev lo && ip addr add 2001:db8::151/64 dev lo nodad && exec "$@"';
  const argument = JSON.stringify([temporaryDirectory(), spellings, certifiedIps]);
  const node = [process.execPath, '--input-type=module', '-e', script, argument];
  const child = spawn('unshare', ['-rn', 'sh', '-c', setUp, 'sh', ...node], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(child.stdout)) as Outcome[];
}

describe('-e in every spelling', () => {
  const ips = ['::1', '127.0.0.1', '2001:db8::151', 'fe80::b6'];
  const table: [given: string, url: string, host: string][] = [
    ['::1', 'https://[::1]:25555', '[::1]:25555'],
    ['0:0:0:0:0:0:0:1', 'https://[::1]:25555', '[::1]:25555'],
    ['[::1]', 'https://[::1]:25555', '[::1]:25555'],
    ['[::1]:25555', 'https://[::1]:25555', '[::1]:25555'],
    ['https://[::1]', 'https://[::1]:25555', '[::1]:25555'],
    ['https://[0000:0000:0000:0000:0000:0000:0000:0001]:25555', 'https://[::1]:25555', '[::1]:25555'],
    ['2001:DB8::151', 'https://[2001:db8::151]:25555', '[2001:db8::151]:25555'],
    ['2001:0db8:0000:0000:0000:0000:0000:0151', 'https://[2001:db8::151]:25555', '[2001:db8::151]:25555'],
    ['fe80::b6%lo', 'https://[fe80::b6%25lo]:25555', '[fe80::b6]:25555'],
    ['[FE80::B6%25lo]', 'https://[fe80::b6%25lo]:25555', '[fe80::b6]:25555'],
    ['https://[fe80::b6%25lo]:25555', 'https://[fe80::b6%25lo]:25555', '[fe80::b6]:25555'],
    ['127.0.0.1', '127.0.0.1', '127.0.0.1:25555'],
    ['127.0.0.1:25555', '127.0.0.1:25555', '127.0.0.1:25555'],
  ];

  it('reaches the Director, checks its certificate, and is kept and printed in one form', async () => {
    const outcomes = await inNamespace(
      table.map(([given]) => given),
      ips,
    );
    const seen = outcomes.map(({ given, code, err, out, config, hosts }) => ({
      given,
      code,
      err,
      said: [...new Set(out.match(/(?<=Using environment ').*?(?=' as)/g))],
      kept: /^- url: "?(.*?)"?$/m.exec(config)?.[1],
      tokens: config.match(/refresh_token/g)?.length,
      entries: config.match(/^- /gm)?.length,
      hosts,
    }));
    expect(seen).toEqual(
      table.map(([given, url, host]) => ({ given, code: 0, err: '', said: [url], kept: url, tokens: 1, entries: 1, hosts: [host] })),
    );
  });

  it('refuses a certificate that is for other addresses, whatever the spelling', async () => {
    const outcomes = await inNamespace(['::1', '[0::1]:25555', 'fe80::b6%lo'], ['127.0.0.1', '2001:db8::151']);
    for (const { code, err } of outcomes) {
      expect(code).toBe(4);
      expect(err).toContain('but for localhost, 127.0.0.1, 2001:db8::151');
    }
    expect(outcomes[0]?.err).toContain("the certificate of https://[::1]:25555 is not for '::1'");
  });
});

describe('the config file', () => {
  const entry = (url: string): string =>
    `environments:\n- url: ${url}\n  alias: six\n  access_token: a.b.c\n  access_token_type: bearer\n  refresh_token: ${adminToken}\n`;

  it.each([
    ['[::1]:PORT', '"[0:0:0:0:0:0:0:1]:PORT"'],
    ['[0::1]:PORT', 'https://[::1]:PORT'],
    ['https://[::1]:PORT', '"[::1]:PORT"'],
    ['six', 'https://[::1]:PORT'],
    ['six', '"[0::1]:PORT"'],
  ])('-e %s finds the entry of %s', async (given, kept) => {
    const stub = await startStubDirector(() => undefined);
    try {
      const directory = temporaryDirectory();
      const port = String(stub.port);
      writeFileSync(join(directory, 'ca'), stub.ca);
      writeFileSync(join(directory, 'config'), entry(kept.replace('PORT', port)));
      const io = capturedIo();
      const argv = ['--config', join(directory, 'config'), '--ca-cert', join(directory, 'ca'), '--tty', '-e', given.replace('PORT', port)];
      expect([await run([...argv, 'environment'], io), io.err()]).toEqual([0, '']);
      expect(io.out()).toContain(`Using environment 'https://[::1]:${port}' as user 'admin' (openid, bosh.admin)`);
      expect(await run([...argv, 'alias-env', 'new'], io)).toBe(0);
      const text = readFileSync(join(directory, 'config'), 'utf8');
      expect(text).toContain(`- url: https://[::1]:${port}\n`);
      expect(text.match(/^- /gm)).toHaveLength(1);
      expect(text).toContain('alias: new');
    } finally {
      await stub.close();
    }
  });
});
