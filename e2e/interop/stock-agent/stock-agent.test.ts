import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../../stack/done.js';
import { eventually } from '../../stack/eventually.js';
import { hasNatsServer, useNatsServer } from '../../stack/nats-server.js';
import { run } from '../../stack/run.js';
import { firstTable } from '../../stack/tables-of.js';
import { fetchPage } from '../../walkthrough/pages.js';
import { deployWord, type StockStage, stockStage } from './stage.js';

/** The stock agent and its bosh-blobstore-dav, built from e2e/stock-agent: their directory in BOSH6_STOCK_AGENT. */
const agent = process.env.BOSH6_STOCK_AGENT;
const isRunning = ({ process_state: state }: Record<string, string>): boolean => state === 'running';

describe.skipIf(agent === undefined).each([
  { bus: 'the embedded broker', change: undefined },
  { bus: "Debian's nats-server", change: useNatsServer },
])('the stock agent under our Director, over $bus', ({ change }) => {
  describe.skipIf(change !== undefined && !hasNatsServer)('', () => {
    let stage: StockStage;
    beforeAll(async () => {
      stage = await stockStage(agent ?? '', change);
    });
    afterAll(() => stage?.remove());

    it('is the stock one', async () => {
      expect(await stage.inVm('sh', '-c', 'tr "\\0" " " </proc/$(pgrep -x bosh-agent)/cmdline')).toMatch(/^bosh-agent -P ubuntu /);
    });

    it('has both addresses, which its job answers at', async () => {
      expect(await stage.instance()).toMatchObject({ process_state: 'running', ips: '10.0.9.165\n2601:646:100:69f1::165' });
      const ipv6 = await fetchPage(await stage.stack.lab.enterArgv('workstation'), 'http://[2601:646:100:69f1::165]/');
      expect(ipv6.body).toContain('greeter at 2601:646:100:69f1::165 greets fd00:8::2');
      const ipv4 = await fetchPage(await stage.stack.lab.enterArgv('director'), 'http://10.0.9.165/');
      expect(ipv4.body).toContain('greets ::ffff:10.0.9.151');
    });

    it('ran the scripts of a first deploy', async () => {
      expect(await stage.ran()).toEqual(['pre-start', 'post-start']);
    });

    it('tells of its process and of the VM', async () => {
      expect(await stage.instance('--vitals')).toMatchObject({ process_state: 'running', load_1m_5m_15m: expect.stringContaining(',') });
      expect(expectDone(await stage.bosh('instances', '--ps')).stdout).toMatch(/greeter\s+running/);
    });

    it('has monit start again what died', async () => {
      const pid = (): Promise<string> => stage.inVm('cat', '/var/vcap/sys/run/greeter/greeter.pid').catch(() => '');
      const before = await pid();
      await stage.inVm('kill', before);
      expect(await eventually(pid, (now) => now !== '' && now !== before)).not.toBe(before);
    });

    it('knows the names of local DNS', async () => {
      expect(await stage.inVm('cat', '/var/vcap/instance/dns/records.json')).toContain('2601:646:100:69f1::165');
    });

    it('runs an errand', async () => {
      const errand = await stage.bosh('run-errand', 'witness');
      expect(errand.stdout).toContain('hello from greeter at 2601:646:100:69f1::165');
      expect(errand.stdout + errand.stderr).toContain("errand 'witness' ended with 3");
    });

    it('gives its logs away', async () => {
      const folder = stage.stack.work;
      expectDone(await stage.bosh('logs', '--dir', folder));
      const [bundle = ''] = readdirSync(folder).filter((name) => /^stock-.*\.tgz$/.test(name));
      expect(expectDone(await run(['tar', '-tzf', join(folder, bundle)])).stdout).toContain('greeter');
    });

    it('stops its job, which drains, and starts it', async () => {
      expectDone(await stage.bosh('stop'));
      expect(await stage.instance()).toMatchObject({ process_state: 'stopped' });
      expect(await stage.ran()).toEqual(['drain job_shutdown hash_unchanged', 'post-stop']);
      expectDone(await stage.bosh('start'));
      expect(await stage.instance()).toMatchObject({ process_state: 'running' });
      expect(await stage.ran()).toEqual(['pre-start', 'post-start']);
    });

    it('takes an update in place', async () => {
      const before = (await stage.stack.lab.status()).vms.map(({ cid }) => cid);
      await deployWord(stage, 'salve');
      expect((await stage.stack.lab.status()).vms.map(({ cid }) => cid)).toEqual(before);
      expect((await stage.bosh('run-errand', 'witness')).stdout).toContain('salve from greeter');
      expect(await stage.ran()).toContain('drain job_changed hash_changed');
    });

    it('is back after its end', async () => {
      const pid = (): Promise<string> => stage.inVm('pgrep', '-x', 'bosh-agent').catch(() => '');
      const before = await pid();
      await stage.inVm('kill', before);
      expect(await eventually(pid, (now) => now !== '' && now !== before)).not.toBe(before);
      expect(await eventually(() => stage.instance(), isRunning, { seconds: 90 })).toMatchObject({ process_state: 'running' });
    });

    // once is enough: it takes a minute, and what the bus is does not matter
    if (change === undefined)
      it('is missed later than ours, which beat more often, and its VM is made anew', async () => {
        const cids = async (): Promise<string[]> => (await stage.stack.lab.status()).vms.map(({ cid }) => cid);
        const before = await cids();
        const stoppedAt = Date.now();
        await stage.inVm('pkill', '-STOP', '-x', 'bosh-agent');
        const isNew = (now: string[]): boolean => now.length === 1 && now[0] !== before[0];
        expect(isNew(await eventually(cids, isNew, { seconds: 170 }))).toBe(true);
        const events = firstTable(expectDone(await stage.bosh('--json', 'events', '--object-type=alert')).stdout);
        const missed = events.find(({ context = '' }) => context.includes('has timed out'));
        // a minute after its last beat, which was half a minute ago at most; ours are missed after 15 s
        expect(Date.parse(missed?.time ?? '') - stoppedAt, JSON.stringify(events)).toBeGreaterThan(25_000);
        expect(isRunning(await eventually(() => stage.instance(), isRunning, { seconds: 90 }))).toBe(true);
      }, 300_000);

    it('lets go of the VM', async () => {
      expectDone(await stage.bosh('delete-deployment'));
      expect((await stage.stack.lab.status()).vms).toEqual([]);
    });
  });
});
