import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { expectDone } from '../../stack/done.js';
import { eventually } from '../../stack/eventually.js';
import { cli } from '../../stack/paths.js';
import { type Ran, run } from '../../stack/run.js';
import { type HttpsAgent, startHttpsAgent } from './https-agent.js';

/** Directory of the stock agent. */
const directory = process.env.BOSH6_STOCK_AGENT;
const stock = process.env.BOSH6_STOCK_CLI;
const ip = '127.0.0.5';

/** They stand in for OpenSSH, since the agent's platform makes no users. */
const programs = {
  ssh: 'for word in "$@"; do echo "[$word]"; case "$word" in UserKnownHostsFile=*) cat "$(echo "$word" | cut -d= -f2-)";; esac; done\n',
  scp: 'for word in "$@"; do from=$to; to=$word; done\nexec cp "$(echo "$from" | cut -d: -f2-)" "$to"\n',
};

describe.skipIf(directory === undefined)("a stock agent that is asked itself, as in a Director's own VM", () => {
  let agent: HttpsAgent;
  let work: string;
  beforeAll(async () => {
    agent = await startHttpsAgent(directory ?? '', ip);
    expect(await eventually(() => listens(agent.endpoint), Boolean), agent.said()).toBe(true);
    // Not before: it makes the folder of logs anew when it starts.
    agent.writeLog('greeter/greeter.log', 'hello\n');
  });
  afterAll(() => agent?.stop());
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'bosh6-https-agent-'));
    mkdirSync(join(work, '.bin'));
    for (const [name, script] of Object.entries(programs)) writeFileSync(join(work, '.bin', name), `#!/bin/sh\n${script}`, { mode: 0o755 });
  });
  afterEach(() => rmSync(work, { recursive: true }));

  describe.each([
    { name: 'bosh6', argv: [process.execPath, cli] },
    { name: 'the stock CLI', argv: stock === undefined ? undefined : [stock] },
  ])('by $name', ({ argv }) => {
    const type = (words: string, change: NodeJS.ProcessEnv = {}): Promise<Ran> => {
      const known = { BOSH_AGENT_ENDPOINT: agent.endpoint, BOSH_AGENT_CERTIFICATE: agent.ca };
      const env = { PATH: `${join(work, '.bin')}:${process.env.PATH}`, HOME: work, ...known, ...change };
      return run([...(argv ?? []), ...words.split(' ')], { cwd: work, env });
    };
    it.skipIf(argv === undefined)('lets a user in', async () => {
      const { stdout } = expectDone(await type('ssh --director -c id'));
      expect(stdout).toContain(`create-env-vm/0: stdout | [${ip}]`);
      expect(stdout).toMatch(new RegExp(`create-env-vm/0: stdout \\| ${ip.replaceAll('.', '\\.')} dummy-public-key`));
    });
    it.skipIf(argv === undefined)('gives its logs away', async () => {
      expectDone(await type('logs --director'));
      const [archive = ''] = readdirSync(work).filter((name) => /^create-env-vm-logs-.*\.tgz$/.test(name));
      const { stdout } = expectDone(await run(['tar', '-xOzf', join(work, archive), './greeter/greeter.log']));
      expect(stdout).toBe('hello\n');
    });
    it.skipIf(argv === undefined)('keeps others out', async () => {
      const wrong = await type('ssh --director -c id', { BOSH_AGENT_ENDPOINT: agent.endpoint.replace('pass%20word', 'other') });
      expect(wrong.code).not.toBe(0);
      expect(wrong.stdout).not.toContain(ip);
      expect(wrong.stderr).not.toContain('other');
    });
  });
});

function listens(endpoint: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(endpoint).port), '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
