import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from './main.js';
import { type CapturedIo, capturedIo } from './testing/captured-io.js';
import { type Answer, adminToken, type Exchange, type StubDirector, startStubDirector } from './testing/stub-director.js';
import { temporaryDirectory } from './testing/temporary-directory.js';

let stub: StubDirector | undefined;
afterEach(() => stub?.close());

const directory = temporaryDirectory();
let runs = 0;

async function seat(routes: (exchange: Exchange) => Answer | undefined = () => undefined): Promise<{
  stub: StubDirector;
  config: string;
  cli: (argv: string[], stdin?: string) => Promise<CapturedIo & { code: number }>;
}> {
  const director = await startStubDirector(routes);
  stub = director;
  const config = join(directory, `config-${runs++}`);
  const ca = join(directory, `ca-${runs}.pem`);
  writeFileSync(ca, director.ca);
  return {
    stub: director,
    config,
    cli: async (argv, stdin) => {
      const io = capturedIo(stdin);
      const code = await run(['--config', config, '-e', `[::1]:${director.port}`, '--ca-cert', ca, ...argv], io);
      return { ...io, code };
    },
  };
}

const task = (state: string): Answer => ({ json: { id: 7, state, started_at: 1 } });
const line = {
  id: '821894df-9441-4325-92aa-2f4ded0e2bd9',
  job_name: 'nginx',
  job_state: 'running',
  processes: [{ name: 'nginx', state: 'running' }],
  az: 'z1',
};

describe('log-in', () => {
  it('asks what the token service asks, and reads the answers line by line from a pipe', async () => {
    const { cli, config } = await seat();
    const { code, out } = await cli(['log-in', '--tty'], 'admin\nsecret\n');
    expect(out()).toContain('Email (): ');
    expect(out().indexOf('Email (): ')).toBeLessThan(out().indexOf('Password (): '));
    expect(out()).toContain('Successfully authenticated with UAA\n\nSucceeded\n');
    expect(out()).not.toContain('secret');
    expect(code).toBe(0);
    expect(readFileSync(config, 'utf8')).toContain(`refresh_token: ${adminToken}`);
  });

  it('asks again after a wrong answer, and when the input ends, ends as one who was refused', async () => {
    const { cli } = await seat();
    const { code, out, err } = await cli(['l', '--tty'], 'admin\nwrong\n');
    expect(out().split('Email (): ')).toHaveLength(3);
    expect(err()).toContain('Failed to authenticate with UAA');
    expect(err()).toContain('Exit code 5');
    expect(code).toBe(5);
  });

  it('does not ask with --non-interactive', async () => {
    const { cli } = await seat();
    const { code, err } = await cli(['-n', 'log-in']);
    expect(err()).toContain('cannot be asked');
    expect(code).toBe(2);
  });
});

describe('instances', () => {
  const routes = ({ path, headers }: Exchange): Answer | undefined => {
    if (path !== '/info' && !path.startsWith('/uaa') && headers.authorization !== `bearer ${adminToken}`)
      return { status: 401, text: 'Not authorized' };
    if (path === '/deployments/nginx/instances?format=full') return { status: 302, headers: { location: 'https://elsewhere:1/tasks/7' } };
    if (path === '/tasks/7') return task('done');
    if (path.includes('type=event')) return { text: '' };
    const ips = ['10.0.9.165', '2601:0646:0100:69f1:0000:0000:0000:0165'];
    return path.includes('type=result') ? { text: `${JSON.stringify({ ...line, ips })}\n` } : undefined;
  };

  it('prints the table of the post', async () => {
    const { cli, stub: director } = await seat(routes);
    await cli(['log-in'], 'admin\nsecret\n');
    const { out, code } = await cli(['-d', 'nginx', 'instances', '--tty']);
    expect(out()).toBe(
      [
        `Using environment 'https://[::1]:${director.port}' as user 'admin' (openid, bosh.admin)`,
        '',
        'Task 7. Done',
        '',
        "Deployment 'nginx'",
        '',
        'Instance                                    Process State  AZ  IPs                                      Deployment  ',
        'nginx/821894df-9441-4325-92aa-2f4ded0e2bd9  running        z1  10.0.9.165                               nginx  ',
        '                                                               2601:0646:0100:69f1:0000:0000:0000:0165    ',
        '',
        '1 instances',
        '',
        'Succeeded',
        '',
      ].join('\n'),
    );
    expect(code).toBe(0);
  });

  it.each([
    ['2601:646:100:69f1::165', 1],
    ['2601:646:100:69F1:0::165', 1],
    ['[2601:646:100:69f1::165]', 1],
    ['10.0.9.165', 1],
    ['2601:646:100:69f1::166', 0],
  ])('filters by address, whatever its spelling and the Director: %s', async (ip, count) => {
    const { cli } = await seat((exchange) => routes({ ...exchange, path: exchange.path.replace(/&ip=[^&]*/, '') }));
    await cli(['log-in'], 'admin\nsecret\n');
    const { out, code } = await cli(['-d', 'nginx', 'instances', '--json', '--ip', ip]);
    expect(code).toBe(0);
    expect(JSON.parse(out()).Tables[0].Rows).toHaveLength(count);
  });

  it('refuses to filter by what is no address', async () => {
    const { cli } = await seat(routes);
    const { err, code } = await cli(['-d', 'nginx', 'vms', '--ip', '10.0.9.0165']);
    expect(code).toBe(2);
    expect(err()).toContain("'10.0.9.0165' is not an address that an instance can have");
  });

  it('needs five requests and one connection', async () => {
    const { cli, stub: director } = await seat(routes);
    await cli(['log-in'], 'admin\nsecret\n');
    director.exchanges.length = 0;
    await cli(['-d', 'nginx', 'is']);
    expect(director.exchanges.map(({ path }) => path).sort()).toEqual([
      '/deployments/nginx/instances?format=full',
      '/info',
      '/tasks/7',
      '/tasks/7/output?type=event',
      '/tasks/7/output?type=result',
    ]);
  });

  it('prints one JSON object', async () => {
    const { cli } = await seat(routes);
    await cli(['log-in'], 'admin\nsecret\n');
    const { out } = await cli(['--json', '-d', 'nginx', 'instances']);
    expect(JSON.parse(out())).toMatchObject({
      Tables: [{ Content: 'instances', Rows: [{ process_state: 'running', ips: '10.0.9.165\n2601:0646:0100:69f1:0000:0000:0000:0165' }] }],
      Blocks: null,
    });
  });
});

describe('deploy', () => {
  const manifest = join(directory, 'nginx.yml');
  writeFileSync(manifest, 'name: nginx\ninstance_groups:\n- name: nginx\n  networks:\n  - name: nowhere\n');
  const failing = (details: object): ((exchange: Exchange) => Answer | undefined) => {
    const events = `${JSON.stringify({ time: 1, error: { code: 140005, message: "there is no network 'nowhere'", details } })}\n`;
    return ({ method, path }) => {
      if (path.includes('/diff')) return { json: { diff: [['name: nginx', 'added']], context: { cloud_config_ids: [1] } } };
      if (method === 'POST' && path.startsWith('/deployments?')) return { status: 302, headers: { location: '/tasks/7' } };
      if (path === '/tasks/7') return task('error');
      return path.includes('type=event') ? { text: events } : undefined;
    };
  };

  it('names file, line and column of what the Director refuses, and how to mend it', async () => {
    const where = { document: 'manifest', pointer: '/instance_groups/0/networks/0/name', line: 4, column: 1 };
    const { cli } = await seat(failing({ code: 'UnknownNetwork', where, hint: 'add it to a cloud config' }));
    const { code, err, out } = await cli(['-n', '-d', 'nginx', 'deploy', manifest, '--tty']);
    expect(out()).toContain('+ name: nginx\n');
    expect(out()).toContain("Error: there is no network 'nowhere'");
    expect(err()).toContain(`  at ${manifest}:5:5 /instance_groups/0/networks/0/name\n  fix: add it to a cloud config`);
    expect(code).toBe(6);
  });

  it('asks first, and stops at no', async () => {
    const { cli, stub: director } = await seat(failing({}));
    const { code, err } = await cli(['-d', 'nginx', 'deploy', manifest], 'n\n');
    expect(err()).toContain('Stopped');
    expect(code).toBe(7);
    expect(director.exchanges.some(({ method, path }) => method === 'POST' && path.startsWith('/deployments?'))).toBe(false);
  });

  it.each([
    ['Preparing deployment', true],
    ['Updating instance', false],
  ])('that went through %s says that no instance had to change: %s', async (stage, says) => {
    const events = `${JSON.stringify({ time: 1, stage, tags: [], task: 'x', index: 1, state: 'started' })}\n`;
    const { cli } = await seat(({ method, path }) => {
      if (path.includes('/diff')) return { json: { diff: [] } };
      if (method === 'POST' && path.startsWith('/deployments')) return { status: 302, headers: { location: '/tasks/7' } };
      if (path === '/tasks/7') return task('done');
      return path.includes('type=event') ? { text: events } : undefined;
    });
    const { out, code } = await cli(['-n', '-d', 'nginx', 'deploy', manifest, '--tty']);
    expect(out().includes('no instance had to change')).toBe(says);
    expect(code).toBe(0);
  });

  it.each(['deploy', 'plan'])('%s sends what goes with a time, and ends with what the Director says of it', async (command) => {
    const json = { code: 40005, description: 'not that', details: { code: 'FieldValueInvalid' } };
    const { cli, stub: director } = await seat(({ method, path }) => {
      if (path.includes('/diff')) return { json: { diff: [] } };
      return method === 'POST' && path.includes('recreate_vms_created_before') ? { status: 400, json } : undefined;
    });
    const flags = ['--recreate-persistent-disks', '--recreate-vms-created-before', '2026-01-02T05:04:05+02:00'];
    const { code, err } = await cli(['-n', '-d', 'nginx', command, manifest, ...flags]);
    expect(director.exchanges.at(-1)?.path).toContain(
      '?recreate=true&recreate_persistent_disks=true&recreate_vms_created_before=2026-01-02T03%3A04%3A05Z',
    );
    expect(err()).toContain('not that');
    expect(code).toBe(3);
  });

  it.each([
    ['deploy', '--canaries=x'],
    ['plan', '--max-in-flight=-1'],
    ['recreate', '--canaries=5%%'],
  ])('%s asks nobody with %s', async (command, flag) => {
    const { cli, stub: director } = await seat(() => undefined);
    const { code, err } = await cli(['-n', '-d', 'nginx', command, ...(command === 'recreate' ? [] : [manifest]), flag]);
    expect(err()).toContain('must be a whole number or a percentage');
    expect(code).toBe(2);
    expect(director.exchanges).toEqual([]);
  });

  it.each([
    ['deploy', manifest, '--recreate-vms-created-before'],
    ['recreate', '--vms-created-before'],
  ])('%s asks nobody with a time that is none', async (...words) => {
    const { cli, stub: director } = await seat(() => undefined);
    const { code, err } = await cli(['-n', '-d', 'nginx', ...words, 'yesterday']);
    expect(err()).toContain("'yesterday' is not a time as RFC 3339 has it");
    expect(code).toBe(2);
    expect(director.exchanges).toEqual([]);
  });

  it.each([
    ['', 'is empty, not a manifest'],
    ['# nothing\n', 'is empty, not a manifest'],
    ['- a\n', 'is a list, not a manifest'],
    ['just words\n', 'is a single value (string), not a manifest'],
    ['name: nginx\n---\nname: other\n', 'holds more than one YAML document'],
    [Buffer.from([0x6e, 0xff]), 'is not UTF-8 text'],
  ])('refuses %j with what it is', async (content, text) => {
    const path = join(directory, 'odd.yml');
    writeFileSync(path, content);
    const { cli, stub: director } = await seat(failing({}));
    const { err, code } = await cli(['-n', '-d', 'nginx', 'deploy', path]);
    expect(err()).toContain(`'${path}' ${text}`);
    expect(code).toBe(2);
    expect(director.exchanges).toEqual([]);
  });

  it('reads UTF-16, and warns of keys that are there twice, which the Director never sees', async () => {
    const path = join(directory, 'utf16.yml');
    writeFileSync(path, Buffer.from('\uFEFFname: nginx\nname: nginx\n', 'utf16le'));
    const { cli, stub: director } = await seat(failing({}));
    const { err } = await cli(['-n', '-d', 'nginx', 'deploy', path]);
    expect(err()).toContain(`Warning: ${path}, line 2: key 'name' is already in line 1`);
    expect(director.exchanges.some(({ body }) => body === 'name: nginx\n')).toBe(true);
  });

  it('refuses a manifest of another name before it asks the Director', async () => {
    const { cli, stub: director } = await seat(failing({}));
    const { err } = await cli(['-n', '-d', 'other', 'deploy', manifest]);
    expect(err()).toContain("is of deployment 'nginx', but 'other' is to be deployed");
    expect(err()).toContain(`${manifest}:1:1`);
    expect(director.exchanges.every(({ path }) => path === '/info')).toBe(true);
  });
});

describe('Ctrl-C while following', () => {
  it('leaves the task running and says how to go on', async () => {
    let polls = 0;
    const { cli } = await seat(({ path }) => {
      if (path === '/tasks/7' && ++polls === 3) process.emit('SIGINT');
      if (path === '/tasks/7') return task('processing');
      return path.includes('output') ? { text: '' } : undefined;
    });
    const { code, err } = await cli(['task', '7']);
    expect(err()).toContain('Task 7 keeps running on the Director');
    expect(err()).toMatch(/bosh6 -e \S+ task 7/);
    expect(code).toBe(7);
  });
});

describe('cancel-task', () => {
  it.each([
    [204, 0],
    [400, 3],
  ])('asks the Director, which answers %i', async (status, expected) => {
    const { cli, stub: director } = await seat(({ method, path }) => {
      if (path === '/tasks/7') return task('processing');
      return method === 'DELETE' && path === '/task/7'
        ? { status, text: status === 400 ? 'Cannot cancel task 7: invalid state' : '' }
        : undefined;
    });
    const { code, err } = await cli(['ct', '7']);
    expect(code).toBe(expected);
    expect(err().includes('Cannot cancel task 7')).toBe(status === 400);
    expect(director.exchanges.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /info', 'GET /tasks/7', 'DELETE /task/7']);
  });
});

describe('TLS failures', () => {
  it('name host, issuer and the flag to use', async () => {
    const { stub: director, config } = await seat();
    const io = capturedIo();
    expect(await run(['--config', config, '-e', `localhost:${director.port}`, 'env'], io)).toBe(4);
    expect(io.err()).toContain(`the certificate of https://localhost:${director.port} was issued by 'stub CA', which is not trusted`);
    expect(io.err()).toContain('--ca-cert');
  });

  it('name the names that the certificate is for', async () => {
    stub = await startStubDirector(() => undefined, ['director.example']);
    const io = capturedIo();
    expect(await run(['--ca-cert', stub.ca, '--config', join(directory, 'none'), '-e', `localhost:${stub.port}`, 'env'], io)).toBe(4);
    expect(io.err()).toContain("is not for 'localhost' but for director.example, 127.0.0.1, ::1\n");
  });
});

describe('update-config', () => {
  const config = join(directory, 'cloud.yml');
  writeFileSync(config, 'networks: []\n');
  const routes = ({ path, body }: Exchange): Answer | undefined => {
    if (path === '/configs/diff') return { json: { diff: [['networks: []', 'added']], from: { id: '0' } } };
    if (path !== '/configs') return undefined;
    const sent = JSON.parse(body) as { type: string; name: string; content: string };
    return { status: 201, json: { ...sent, id: '3', created_at: '2026-01-02 03:04:05 UTC' } };
  };
  it.each([[['update-config', 'cloud', config, '--name', 'ipv6']], [['uc', '--type', 'cloud', '--name=ipv6', config]]])(
    '%j',
    async (argv) => {
      const { cli, stub: director } = await seat(routes);
      const { code, out } = await cli([...argv, '--tty'], 'y\n');
      expect(out()).toContain('+ networks: []\n\nContinue? [yN]: ');
      expect(out()).toContain('Created At  2026-01-02 03:04:05 UTC');
      expect(code).toBe(0);
      expect(JSON.parse(director.exchanges.at(-1)?.body ?? '')).toMatchObject({ type: 'cloud', name: 'ipv6', expected_latest_id: '0' });
    },
  );
});

describe('uploads', () => {
  it('send the bytes of a file with its length', async () => {
    const file = join(directory, 'release.tgz');
    writeFileSync(file, Buffer.alloc(300_000, 1));
    const { cli, stub: director } = await seat(({ path }) => {
      if (path === '/releases') return { status: 302, headers: { location: '/tasks/7' } };
      if (path === '/tasks/7') return task('done');
      return path.includes('output') ? { text: '' } : undefined;
    });
    expect((await cli(['ur', file])).code).toBe(0);
    const upload = director.exchanges.find(({ method, path }) => method === 'POST' && path === '/releases');
    expect(upload?.body.length).toBe(300_000);
    expect(upload?.headers).toMatchObject({ 'content-type': 'application/x-compressed', 'content-length': '300000' });
  });

  it.each([['ur'], ['us']])('%s says what is wrong with the file that was named, before anything is sent', async (command) => {
    const { cli, stub: director } = await seat();
    const { err, code } = await cli([command, directory]);
    expect(err()).toContain(`'${directory}'`);
    expect(err()).toMatch(/director(y|ies)/);
    expect(err()).toContain(`at ${directory}`);
    expect(code).toBe(2);
    expect(director.exchanges.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('name the file that the Director could not read', async () => {
    const file = join(directory, 'tiny.yml');
    writeFileSync(file, 'name: tiny\n');
    const details = { code: 'InvalidRelease', where: { object: 'the uploaded release' } };
    const event = { time: 1, error: { code: 30002, message: "release archive 'the uploaded release' is damaged or cut short", details } };
    const { cli } = await seat(({ path }) => {
      if (path === '/releases') return { status: 302, headers: { location: '/tasks/7' } };
      if (path === '/tasks/7') return task('error');
      return path.includes('type=event') ? { text: `${JSON.stringify(event)}\n` } : undefined;
    });
    expect((await cli(['ur', file])).err()).toContain(`  at ${file}\n`);
  });
});

describe('upload-release of a directory', () => {
  it.each([
    ['taken', 302, 0],
    ['refused', 400, 3],
  ])('that is %s leaves no tarball behind', async (_what, status, expected) => {
    const release = mkdtempSync(join(directory, 'release-'));
    const temporary = mkdtempSync(join(directory, 'tmp-'));
    for (const name of ['config', 'jobs', 'packages', 'src']) mkdirSync(join(release, name));
    writeFileSync(join(release, 'config', 'final.yml'), 'name: tiny\n');
    mkdirSync(join(release, 'packages', 'nothing'));
    writeFileSync(join(release, 'packages', 'nothing', 'spec'), 'name: nothing\nfiles: []\n');
    writeFileSync(join(release, 'packages', 'nothing', 'packaging'), '');
    vi.stubEnv('TMPDIR', temporary);
    const { cli, stub: director } = await seat(({ path }) => {
      if (path === '/releases') return { status, headers: { location: '/tasks/7' } };
      if (path === '/tasks/7') return task('done');
      return path.includes('output') ? { text: '' } : undefined;
    });
    const { code } = await cli(['upload-release', '--dir', release]);
    vi.unstubAllEnvs();
    expect(code).toBe(expected);
    expect(director.exchanges.some(({ method, path }) => method === 'POST' && path === '/releases')).toBe(true);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('usage errors', () => {
  it.each([
    [['nonsense'], "Unknown command 'nonsense'"],
    [['create-env', 'x.yml'], "'create-env' is not in bosh6 yet\n  fix: `bosh6 up`"],
    [['help', 'pcap'], "'pcap' is not in bosh6 yet"],
    [['instances', '--nonsense'], '--nonsense'],
    [['deploy'], 'manifest'],
    [['disks'], '--orphaned or --dynamic is missing'],
    [['-e', 'x', '--ca-cert', '/dev/null', 'environment'], '/dev/null holds no PEM certificate'],
    [['envs', '--config', '/nonexistent', '--column=bogus'], "there is no column 'bogus'\n  fix: choose of url, alias"],
  ])('%j', async (argv, text) => {
    const io = capturedIo();
    expect(await run(argv, io)).toBe(2);
    expect(io.err()).toContain(text);
    expect(io.err()).not.toContain('Note:');
    expect(io.err()).toContain('Exit code 2');
  });
});

describe('logs', () => {
  const archive = ({ path }: Exchange): Answer | undefined => {
    if (path.includes('/logs')) return { status: 302, headers: { location: '/tasks/7' } };
    if (path === '/tasks/7') return { json: { id: 7, state: 'done', started_at: 1, result: 'blob' } };
    if (path.includes('output')) return { text: '' };
    return path === '/resources/blob' ? { text: 'archive' } : undefined;
  };

  it('name their archive for programs, too', async () => {
    const { cli } = await seat(archive);
    const { out } = await cli(['-d', 'nginx', 'logs', '--dir', directory]);
    expect(readFileSync(out().trim(), 'utf8')).toBe('archive');
  });

  it.each([
    ['/nonexistent/here', 'there is no such directory'],
    [join(directory, 'nginx.yml'), 'is no directory'],
  ])('ask the Director for nothing that cannot be put into %s', async (dir, text) => {
    const { cli, stub: director } = await seat(archive);
    expect((await cli(['-d', 'nginx', 'logs', '--dir', dir])).err()).toMatch(new RegExp(`${text}|permissions`));
    expect(director.exchanges).toEqual([]);
  });
});

describe('help', () => {
  it.each([
    [['lab', '--help'], 'lab status'],
    [['help', 'lab'], 'lab shell'],
    [['help', 'lab', 'exec'], 'lab exec WHERE [flags] -- COMMAND [ARGUMENT...]'],
    [['lab', 'exec', '-h'], '-- COMMAND'],
    [['help', 'ct'], 'cancel-task ID'],
  ])('%j', async (argv, text) => {
    const io = capturedIo();
    expect(await run(argv, io)).toBe(0);
    expect(io.out()).toContain(text);
  });
});

describe('--column', () => {
  it('takes headings as they are printed, too', async () => {
    const config = join(directory, 'envs');
    writeFileSync(config, 'environments:\n- url: 10.0.9.151\n  alias: ipv4\n');
    const io = capturedIo();
    expect(await run(['envs', '--config', config, '--column', 'Alias', '--column=URL'], io)).toBe(0);
    expect(io.out().trim().split(/\s+/)).toEqual(['10.0.9.151', 'ipv4']);
  });
});
