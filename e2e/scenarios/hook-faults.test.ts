import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { type Ran, run } from '../stack/run.js';
import { isScript, type Told } from './witness/collector.js';
import { hold } from './witness/held.js';
import { manifestOf } from './witness/manifest.js';
import { openTwin } from './witness/open-twin.js';
import { signalAgent } from './witness/signal-agent.js';
import { inOrder } from './witness/spans.js';
import { type Outcome, openWitness, type Witness } from './witness/witness.js';

const frail = (word: string): object => manifestOf('frail', word, [{ name: 'web', instances: 2 }], { canaries: 0, max_in_flight: 1 });
const silent = (deployment: string, word: string): object => manifestOf(deployment, word, [{ name: 'silent' }]);
const packed = manifestOf('packed', '', [{ name: 'stone', jobs: [{ name: 'packed', release: 'witness' }] }]);

describe('a deploy at fault ends with its error, loses nothing, and the next one mends it:', () => {
  let witness: Witness;
  let unanswered: Promise<Ran>;
  let replaced: Promise<Ran>;
  let amid: Promise<Ran>;
  /** Of the VMs whose agents are silent. */
  let silentCids: string[];
  const cids = async (): Promise<string[]> => (await witness.stack.lab.status()).vms.map(({ cid }) => cid).sort();
  const isOf = (deployment: string, script: string) => (one: Told) => one.deployment === deployment && isScript(one, script);
  /** That it failed so; the task says what the command does. */
  const failed = async (ran: Ran, code: number, words: RegExp): Promise<Outcome> => {
    expect(ran.code, `${ran.stdout}${ran.stderr}`).not.toBe(0);
    const outcome = await witness.outcome(ran);
    expect(outcome).toMatchObject({ state: 'error', code });
    expect(outcome.message).toMatch(words);
    await witness.isClean();
    return outcome;
  };
  const mends = async (manifest: object): Promise<void> => {
    expectDone(await witness.deploy(manifest));
    const again = expectDone(await witness.deploy(manifest));
    expect(again.stdout).not.toContain('Updating instance');
    await witness.isClean();
  };

  /** A deploy of `five` whose task is cancelled while the script runs. */
  const isCancelledAt = async (script: string, ...flags: string[]): Promise<void> => {
    const held = hold(isOf('frail', script));
    witness.collector.listen(held.rule);
    try {
      const deploy = witness.deploy(frail('five'), ...flags);
      await witness.collector.hears(isOf('frail', script));
      expectDone(await witness.bosh('frail', 'cancel-task', await witness.newest('frail')));
      const ran = await deploy;
      expect(ran.code).not.toBe(0);
      expect(await witness.outcome(ran)).toMatchObject({ state: 'cancelled' });
    } finally {
      held.open();
    }
  };

  const inVmOfAmid = async (script: string): Promise<Ran> => {
    const { vm_cid: cid = '' } = await witness.instance('amid', 'silent');
    return expectDone(await run([...(await witness.stack.lab.enterArgv(cid)), 'sh', '-c', `cd /var/vcap/jobs/witness && ${script}`]));
  };
  /** An update whose agent is stopped between pre-start and start: it reads a monit file that has no end, until it is stopped. */
  const beginAmid = async (): Promise<void> => {
    const isReady = (one: Told): boolean => one.word === 'two' && isOf('amid', 'pre-start')(one);
    const held = hold(isReady);
    expectDone(await witness.deploy(silent('amid', 'one')));
    witness.collector.listen(held.rule);
    amid = witness.deploy(silent('amid', 'two'));
    try {
      await witness.collector.hears(isReady);
      await inVmOfAmid('mv monit kept && mkfifo monit');
    } finally {
      held.open();
    }
    await inVmOfAmid("exec 3>monit && kill -STOP $(pgrep -f '[a]gent.cjs') && mv kept monit");
  };

  beforeAll(async () => {
    witness = await openWitness();
    // what is done of an agent that is silent is this test's to see
    expectDone(await witness.bosh('none', 'update-resurrection', 'off'));
    const freeze = async (deployment: string): Promise<string> => {
      expectDone(await witness.deploy(silent(deployment, 'one')));
      const { vm_cid: cid = '' } = await witness.instance(deployment, 'silent');
      await signalAgent(witness.stack, cid, 'SIGSTOP');
      return cid;
    };
    silentCids = await Promise.all(['mute', 'mended'].map(freeze));
    // each takes half a minute, in which the others go on
    unanswered = witness.deploy(silent('mute', 'two'));
    replaced = witness.deploy(silent('mended', 'two'), '--fix');
    await beginAmid();
    expectDone(await witness.deploy(frail('one')));
  });
  afterAll(() => witness?.close());

  const hooks: [string, string, string[]][] = [
    ['pre-stop', '1', []],
    ['drain', '0 soon', ['pre-stop']],
    ['post-stop', '1', ['pre-stop', 'drain', 'stop']],
    ['pre-start', '1', ['pre-stop', 'drain', 'post-stop']],
    ['post-start', '1', ['pre-stop', 'drain', 'post-stop', 'pre-start', 'start']],
  ];
  it.each(hooks)('%s fails: nothing after it runs, and no other instance is touched', async (hook, answer, before) => {
    witness.collector.listen((one) => (isOf('frail', hook)(one) ? answer : undefined));
    await failed(await witness.deploy(frail('two')), 450001, /witness/);
    const told = witness.collector.told.filter(({ deployment }) => deployment === 'frail');
    expect(told.map(({ script }) => script.split(' ')[0])).toEqual([...before, hook]);
    expect(inOrder(told)).toEqual(['web/0']);
    expect((await witness.bosh('frail', 'manifest')).stdout).toContain('one');
  });

  it('and what all of them left, the next deploy does', async () => {
    witness.collector.listen();
    await mends(frail('two'));
    expect(inOrder(witness.collector.told.filter(isOf('frail', 'post-start'))).sort()).toEqual(['web/0', 'web/1']);
  });

  it('post-deploy fails on one: all are updated, and it is the manifest now', async () => {
    witness.collector.listen((one) => (isOf('frail', 'post-deploy')(one) && one.index === 0 ? '1' : undefined));
    await failed(await witness.deploy(frail('three')), 450001, /post-deploy.*witness/);
    expect(witness.collector.told.filter(isOf('frail', 'post-start'))).toHaveLength(2);
    expect((await witness.bosh('frail', 'manifest')).stdout).toContain('three');
    await mends(frail('three'));
  });

  it('a drain script may ask to be asked again, and is no fault', async () => {
    witness.collector.listen((one) => (one.script.startsWith('drain job_changed') && one.index === 0 ? '0 -1' : undefined));
    expectDone(await witness.deploy(frail('four')));
    const drains = witness.collector.scripts('web').filter((script) => script.startsWith('drain'));
    expect(drains).toEqual(['drain job_changed hash_changed', 'drain job_check_status hash_unchanged']);
    expect(witness.collector.scripts('web', 1).filter((script) => script.startsWith('drain'))).toHaveLength(1);
  });

  it.each(['pre-stop', 'drain', 'post-stop', 'pre-start', 'start', 'post-start'])('cancelled at %s', async (script) => {
    await isCancelledAt(script);
    expect(inOrder(witness.collector.told.filter(({ deployment }) => deployment === 'frail'))).toEqual(['web/0']);
    await witness.isClean();
  });

  it('and what that left, the next deploy does', async () => {
    witness.collector.listen();
    await mends(frail('five'));
  });

  it('cancelled at post-deploy: the task says so, and all that was updated stays', async () => {
    await isCancelledAt('post-deploy', '--recreate');
    await mends(frail('five'));
  });

  it.each(['pre-stop', 'drain', 'post-stop'])(
    '%s fails in a stop: the instance counts as it was, and a second stop ends well',
    async (hook) => {
      witness.collector.listen((one) => (isOf('frail', hook)(one) ? '1' : undefined));
      await failed(await witness.bosh('frail', 'stop', 'web/0'), 450001, /witness/);
      witness.collector.listen();
      expectDone(await witness.bosh('frail', 'stop', 'web/0'));
      expect(await witness.instance('frail', 'web')).toMatchObject({ state: 'stopped' });
      expectDone(await witness.bosh('frail', 'start', 'web/0'));
      await mends(frail('five'));
    },
  );

  it('pre-stop fails in delete-deployment: it stays as it is, unless --force deletes it all the same', async () => {
    const brief = manifestOf('brief', 'one', [{ name: 'web' }]);
    expectDone(await witness.deploy(brief));
    const { vm_cid: cid } = await witness.instance('brief', 'web');
    witness.collector.listen((one) => (isOf('brief', 'pre-stop')(one) ? '1' : undefined));
    await failed(await witness.bosh('brief', 'delete-deployment'), 450001, /witness/);
    expect(await witness.instance('brief', 'web')).toMatchObject({ vm_cid: cid });
    expectDone(await witness.bosh('brief', 'delete-deployment', '--force'));
    expect(await cids()).not.toContain(cid);
    await witness.isClean();
  });

  it('two at once: the second waits for the first, and its manifest counts', async () => {
    const held = hold((one) => one.word === 'six' && isScript(one, 'pre-start'));
    witness.collector.listen(held.rule);
    const first = witness.deploy(frail('six'));
    let second: Promise<Ran> | undefined;
    try {
      await witness.collector.hears((one) => one.word === 'six');
      second = witness.deploy(frail('seven'));
      const queued = async (): Promise<number> => (await witness.listed('frail', 'tasks')).length;
      expect(await eventually(queued, (tasks) => tasks === 2)).toBe(2);
      const ours = (await witness.listed('frail', 'locks')).filter(({ resource }) => resource === 'frail');
      expect(ours).toHaveLength(1);
    } finally {
      held.open();
    }
    expectDone(await first);
    expectDone(await second);
    const words = witness.collector.told.filter((one) => isOf('frail', 'post-start')(one)).map(({ word }) => word);
    expect(words).toEqual(['six', 'six', 'seven', 'seven']);
    await mends(frail('seven'));
  });

  it('an agent that answers late, and then again, is understood', async () => {
    const { vm_cid: cid = '' } = await witness.instance('frail', 'web');
    const twin = await openTwin(witness.stack, cid);
    try {
      const held = hold((one) => one.index === 0 && isOf('frail', 'pre-start')(one));
      witness.collector.listen(held.rule);
      await signalAgent(witness.stack, cid, 'SIGSTOP');
      const deploy = witness.deploy(frail('eight'));
      try {
        // the first was given up when the second was asked
        await twin.hears('get_state', 2);
      } finally {
        await signalAgent(witness.stack, cid, 'SIGCONT');
      }
      try {
        await witness.collector.hears(isOf('frail', 'pre-start'));
        expect(await twin.answerAgain()).toBeGreaterThan(5);
      } finally {
        held.open();
      }
      expectDone(await deploy);
      expect(witness.collector.told.filter(isOf('frail', 'post-start'))).toHaveLength(2);
    } finally {
      await twin.close();
    }
    await mends(frail('eight'));
  });

  it('an agent that never answers: its VM is left alone, unless --fix replaces it', async () => {
    const [cid = '', old = ''] = silentCids;
    await failed(await unanswered, 450002, /did not answer 'get_state'/);
    expect(await witness.instance('mute', 'silent')).toMatchObject({ vm_cid: cid, process_state: 'unresponsive agent' });
    expectDone(await replaced);
    const mended = witness.collector.everTold.filter(({ deployment, word }) => deployment === 'mended' && word === 'two');
    expect(mended.map(({ script }) => script)).toEqual(['pre-start', 'start', 'post-start', 'post-deploy']);
    expect(await witness.instance('mended', 'silent')).toMatchObject({ process_state: 'running' });
    expect(await cids()).not.toContain(old);
    await signalAgent(witness.stack, cid, 'SIGCONT');
    await mends(silent('mute', 'two'));
    expect(await cids()).toContain(cid);
  });

  it('an agent that falls silent amid an update: its VM is left alone, and once it is back the next deploy does the rest', async () => {
    const scripts = (): string[] =>
      witness.collector.everTold.flatMap(({ deployment, word, script }) => (deployment === 'amid' && word === 'two' ? script : []));
    await failed(await amid, 450002, /^silent\/\S+ \(0\): agent \S+ did not answer 'start'/);
    expect(scripts()).toEqual(['pre-start']);
    const { vm_cid: cid = '', process_state: state } = await witness.instance('amid', 'silent');
    expect(state).toBe('unresponsive agent');
    await signalAgent(witness.stack, cid, 'SIGCONT');
    await mends(silent('amid', 'two'));
    expect(scripts().slice(-4)).toEqual(['pre-start', 'start', 'post-start', 'post-deploy']);
    expect(await witness.instance('amid', 'silent')).toMatchObject({ vm_cid: cid, process_state: 'running' });
  });

  describe('the digest is wrong of', () => {
    const spoil = (table: string, name?: string): void => {
      const database = new DatabaseSync(join(witness.stack.home, 'director', 'director.sqlite'), { readOnly: true });
      try {
        const rows = database.prepare(`SELECT * FROM ${table}`).all() as Record<string, string>[];
        for (const row of rows) if (row.name === name) overwrite(row.blobstore_id ?? '');
      } finally {
        database.close();
      }
    };
    const overwrite = (id: string): void => {
      const file = join(witness.stack.home, 'director', 'blobs', id.slice(0, 2), id);
      expect(existsSync(file), file).toBe(true);
      writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('spoilt')]));
    };
    afterEach(async () => {
      expectDone(await witness.bosh('none', 'upload-release', witness.release, '--fix'));
      await mends(packed);
    });

    it('a package’s source', async () => {
      const before = await cids();
      spoil('packages', 'stone');
      await failed(await witness.deploy(packed), 450001, /stone.*sha1/s);
      expect(await cids()).toEqual(before);
    });

    it('a job’s archive', async () => {
      spoil('jobs', 'packed');
      await failed(await witness.deploy(packed, '--recreate'), 100001, /packed.*sha1/s);
    });

    it('a compiled package', async () => {
      spoil('compiled_packages');
      await failed(await witness.deploy(packed, '--recreate'), 450001, /stone.*expected sha512/);
    });
  });
});
