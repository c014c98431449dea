import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { look } from '../processes/proc.js';
import { type SupervisorRig, startSupervisorRig } from '../testing/supervisor-rig.js';
import { eventually } from '../testing/test-rig.js';

let rig: SupervisorRig;
beforeEach(async () => {
  rig = await startSupervisorRig();
});
afterEach(() => rig.close());

/** A check of a process that sleeps, or runs what is given; its starts and stops are in `log`. */
async function job(name: string, statements = '', body = 'exec sleep 1000'): Promise<string> {
  const pidFile = join(rig.directory, `${name}.pid`);
  const log = join(rig.directory, 'log');
  const main = await rig.script(`${name}-main`, body);
  const ctl = await rig.script(
    name,
    `case $1 in
      start) echo "start ${name}" >> ${log}; ${main} & echo $! > ${pidFile} ;;
      stop) echo "stop ${name}" >> ${log}; pkill -P $(cat ${pidFile}); kill $(cat ${pidFile}); rm -f ${pidFile} ;;
      note) echo "$2" >> ${log} ;;
    esac`,
  );
  return `check process ${name} with pidfile ${pidFile}
  start program "${ctl} start"
  stop program "${ctl} stop"
  group vcap
  ${statements}
`;
}
const log = (): Promise<string[]> =>
  readFile(join(rig.directory, 'log'), 'utf8').then(
    (text) => text.trim().split('\n'),
    () => [],
  );
const running = (...names: string[]): Promise<true> =>
  eventually(() => (names.every((name) => rig.state(name) === 'running') ? true : undefined));
const becomes = (name: string, state: string): Promise<true> => eventually(() => (rig.state(name) === state ? true : undefined));
/** Cycles pass until something is so. */
const cyclesUntil = <T>(check: () => Promise<T | undefined> | T | undefined): Promise<T> =>
  eventually(async () => {
    const found = await check();
    if (found === undefined) rig.cycle();
    return found;
  });
/** Cycles pass in which nothing is to be done. */
async function quietCycles(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    rig.cycle();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
/** Who reads it waits until it is written. */
async function gate(name: string): Promise<string> {
  const path = join(rig.directory, name);
  await promisify(execFile)('mkfifo', [path]);
  return path;
}
const toldOf = (name: string, what: string) => () => (rig.told(name).includes(what) ? true : undefined);

test('where nothing is tested no cycle passes', async () => {
  await rig.run(await job('a'));
  await running('a');
  expect(rig.cycleTimers).toBe(0);
  await rig.run(await job('a', 'if memory > 1 GB then alert'));
  expect(rig.cycleTimers).toBe(1);
  await rig.supervisor.removeFiles();
  expect(rig.cycleTimers).toBe(0);
});

describe('what a process needs', () => {
  test('one that eats memory is restarted, its children counted; it is told once', async () => {
    // the parent is small; its child is not
    const eats = `bash -c 'x=$(head -c 60000000 /dev/zero | tr "\\0" x); sleep 1000; echo "$x"' & wait`;
    await rig.run(await job('eater', 'if totalmem > 40 MB for 2 cycles then restart', eats));
    await running('eater');
    const first = await rig.pid('eater');
    await cyclesUntil(toldOf('eater', 'Resource limit matched - restart'));
    expect(rig.events[0]?.description).toMatch(/^memory of \d+ kB, limit > 40960 kB$/);
    await eventually(async () => ((await rig.pid('eater')) !== first && rig.state('eater') === 'running' ? true : undefined));
    expect((await log()).slice(0, 3)).toEqual(['start eater', 'stop eater', 'start eater']);
  });

  test('one that is only told of is failing meanwhile, as with monit, and runs on', async () => {
    await rig.run(await job('a', 'if children > 0 then alert', 'sleep 1000 & wait'));
    await running('a');
    await cyclesUntil(toldOf('a', 'Resource limit matched - alert'));
    expect(rig.state('a')).toBe('failing');
    expect(rig.supervisor.jobState).toBe('failing');
    rig.cycle();
    expect(rig.told('a')).toHaveLength(1);
    expect(await log()).toEqual(['start a']);
  });

  test('processor time between two looks', async () => {
    await rig.run(
      await job('busy', 'if cpu > 2% then exec "/bin/true"', 'while :; do :; done'),
      await job('idle', 'if cpu > 2% then alert'),
    );
    await running('busy', 'idle');
    await cyclesUntil(toldOf('busy', 'Resource limit matched - exec'));
    expect(rig.told('idle')).toEqual([]);
  });
});

describe('a port', () => {
  let server: Server;
  const listen = (host: string, port = 0): Promise<number> =>
    new Promise((resolve, reject) => {
      server = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok'));
      });
      server.once('error', reject);
      server.listen(port, host, () => resolve((server.address() as { port: number }).port));
    });
  const shut = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  afterEach(() => shut().catch(() => undefined));

  test.each(['127.0.0.1', '::1'])('that closes at %s has its process restarted; one that comes back is told to a program', async (host) => {
    const port = await listen(host);
    const note = join(rig.directory, 'web');
    await rig.run(
      await job('web', `if failed host ${host} port ${port} protocol http request "/" for 2 cycles then restart`),
      await job('other', `if failed host ${host} port ${port} then alert else if recovered then exec "${note} note back"`),
    );
    await running('web', 'other');
    const first = await rig.pid('web');
    for (let round = 0; round < 3; round += 1) rig.cycle();
    await shut();
    await cyclesUntil(toldOf('other', 'Connection failed - alert'));
    await cyclesUntil(toldOf('web', 'Connection failed - restart'));
    await eventually(async () => ((await rig.pid('web')) !== first && (await rig.pid('web')) ? true : undefined));
    expect(rig.state('other')).toBe('failing');
    await listen(host, port);
    await cyclesUntil(async () => ((await log()).includes('back') ? true : undefined));
    await becomes('other', 'running');
  });
});

describe('files', () => {
  test('one that vanishes is made again, and what depends on it goes down and up', async () => {
    const path = join(rig.directory, 'needed');
    const make = await rig.script('make', `echo "make" >> ${join(rig.directory, 'log')}; touch ${path}`);
    await rig.run(`check file needed with path ${path}\n start program "${make}"\n group vcap\n`, await job('user', 'depends on needed'));
    await running('needed', 'user');
    expect(await log()).toEqual(['make', 'start user']);
    await rm(path);
    await cyclesUntil(toldOf('needed', 'Does not exist - restart'));
    await eventually(async () => ((await log()).length === 5 ? true : undefined));
    expect(await log()).toEqual(['make', 'start user', 'stop user', 'make', 'start user']);
    await running('needed', 'user');
  });

  test('a change that is to be seen in several looks', async () => {
    const path = join(rig.directory, 'grows');
    let text = '';
    await writeFile(path, text);
    await rig.run(`check file grows with path ${path}\n if changed size for 2 cycles then alert\n`);
    await cyclesUntil(async () => {
      text += 'x';
      await writeFile(path, text);
      return toldOf('grows', 'Size changed - alert')();
    });
  });

  test('size, age and checksum', async () => {
    const path = join(rig.directory, 'data');
    await writeFile(path, 'x');
    await rig.run(
      `check file data with path ${path}
  if size > 100 B then alert
  if timestamp older than 1 hour then alert
  if changed checksum then alert
`,
    );
    // somebody else's: looked at though it is no job's
    expect(rig.supervisor.processCount).toBe(0);
    let written = 0;
    await cyclesUntil(async () => {
      await writeFile(path, String(written++ % 10));
      return toldOf('data', 'Checksum changed - alert')();
    });
    expect(rig.told('data')).not.toContain('Size failed - alert');
    await writeFile(path, 'y'.repeat(200));
    await cyclesUntil(toldOf('data', 'Size failed - alert'));
    expect(rig.told('data')).not.toContain('Timestamp failed - alert');
    for (let round = 0; round < 400; round += 1) rig.cycle();
    await cyclesUntil(toldOf('data', 'Timestamp failed - alert'));
  });
});

describe('while a start program runs nothing is tested, so it runs once:', () => {
  const begun = async (): Promise<true | undefined> => ((await log()).includes('begun') ? true : undefined);

  test('of a process', async () => {
    const open = await gate('gate');
    const slow = (await job('slow', 'if does not exist then restart')).replace(
      /start program "(.*) start"/,
      `start program "/bin/sh -c 'echo begun >> ${rig.directory}/log; cat ${open}; $1 start'"`,
    );
    await rig.run(slow);
    await eventually(begun);
    await quietCycles();
    await writeFile(open, '');
    await running('slow');
    expect(rig.told('slow')).toEqual([]);
    expect(await log()).toEqual(['begun', 'start slow']);
  });

  test('of a file', async () => {
    const open = await gate('gate');
    const path = join(rig.directory, 'made');
    const make = await rig.script('make', `echo begun >> ${rig.directory}/log; cat ${open}; touch ${path}`);
    await rig.run(`check file made with path ${path}\n start program "${make}"\n group vcap\n if not exist then start\n`);
    await eventually(begun);
    await rig.supervisor.start();
    await quietCycles();
    await writeFile(open, '');
    await running('made');
    expect(rig.told('made')).toEqual([]);
    expect(await log()).toEqual(['begun']);
  });
});

describe('dependencies', () => {
  test('what a test stops is left alone while its dependents go down', async () => {
    const open = await gate('gate');
    const user = (await job('user', 'depends on used')).replace(
      /stop program "(.*) stop"/,
      `stop program "/bin/sh -c 'echo slow >> ${rig.directory}/log; cat ${open}; $1 stop'"`,
    );
    await rig.run(await job('used', 'if children > 0 then stop', 'sleep 1000 & wait'), user, await job('other'));
    await running('user', 'other');
    await cyclesUntil(async () => ((await log()).includes('slow') ? true : undefined));
    for (const name of ['used', 'other']) {
      const pid = (await rig.pid(name)) ?? Number.NaN;
      process.kill(pid, 'SIGKILL');
      await eventually(() => (look(pid) === undefined ? true : undefined));
    }
    await quietCycles();
    // it is looked at after the one before it
    await eventually(toldOf('other', 'Does not exist - restart'));
    expect(rig.told('used')).toEqual(['Resource limit matched - stop']);
    await writeFile(open, '');
    await eventually(async () => ((await log()).includes('stop user') ? true : undefined));
    expect((await log()).filter((each) => each === 'start used')).toHaveLength(1);
  });

  test('a process that dies takes its dependents down and up again, the farthest first', async () => {
    await rig.run(await job('a', 'depends on b'), await job('b', 'depends on c'), await job('c'));
    await running('a', 'b', 'c');
    process.kill((await rig.pid('c')) ?? Number.NaN, 'SIGKILL');
    await eventually(async () => ((await log()).length === 8 ? true : undefined));
    expect(await log()).toEqual(['start c', 'start b', 'start a', 'stop a', 'stop b', 'start c', 'start b', 'start a']);
    await running('a', 'b', 'c');
    expect(rig.told('c')).toEqual(['Does not exist - restart']);
    expect(rig.told('b')).toEqual([]);
  });

  test('one that does not come up keeps its dependents waiting until it does', async () => {
    const gate = join(rig.directory, 'gate');
    const b = (await job('b')).replace(/start program "(.*) start"/, `start program "/bin/sh -c 'test -e ${gate} && $1 start'"`);
    await rig.run(await job('a', 'depends on b'), b);
    await becomes('b', 'failing');
    expect(rig.state('a')).not.toBe('running');
    expect(await log()).toEqual([]);
    await writeFile(gate, '');
    await running('a', 'b');
    expect(await log()).toEqual(['start b', 'start a']);
  });

  test('a circle is refused, with its names', async () => {
    await expect(rig.run(await job('a', 'depends on b'), await job('b', 'depends on A'))).rejects.toMatchObject({
      code: 'MonitFileInvalid',
      details: { services: ['a', 'b', 'a'] },
    });
  });

  test('what a stop of the Director meets in the middle of a restart stays down', async () => {
    await rig.run(await job('a', 'depends on b'), await job('b'));
    await running('a', 'b');
    process.kill((await rig.pid('b')) ?? Number.NaN, 'SIGKILL');
    await eventually(() => (rig.told('b').length > 0 ? true : undefined));
    await rig.supervisor.stop();
    expect(rig.supervisor.jobState).toBe('stopped');
    const alive = await Promise.all(['a', 'b'].map(async (name) => look((await rig.pid(name)) ?? 0)));
    expect(alive).toEqual([undefined, undefined]);
  });
});

test('one that does not come up again is failing all the time, its dependents with it', async () => {
  await rig.run(await job('a', 'depends on b'), await job('b'));
  await running('a', 'b');
  const states = new Set<string>();
  await rig.script('b', `echo "start b" >> ${join(rig.directory, 'log')}; exit 1`);
  process.kill((await rig.pid('b')) ?? Number.NaN, 'SIGKILL');
  const starts = async (): Promise<number> => (await log()).filter((each) => each === 'start b').length;
  await eventually(async () => ((await starts()) > 2 ? true : undefined));
  await eventually(async () => {
    states.add(rig.supervisor.jobState);
    return (await starts()) > 3 ? true : undefined;
  });
  expect([...states]).toEqual(['failing']);
});

test('what a test restarts while the Director stops it stays down', async () => {
  const slow = await job('slow', 'if children > 0 then restart', 'sleep 1000 & wait');
  await rig.run(
    slow.replace(/stop program "(.*) stop"/, `stop program "/bin/sh -c 'echo slow >> ${rig.directory}/log; sleep 0.3; $1 stop'"`),
  );
  await running('slow');
  await cyclesUntil(async () => ((await log()).includes('slow') ? true : undefined));
  await rig.supervisor.stop();
  rig.cycle();
  expect(rig.supervisor.jobState).toBe('stopped');
  expect((await log()).filter((each) => each === 'start slow')).toHaveLength(1);
  expect(await rig.pid('slow')).toBeUndefined();
});

test('a restart program is used where there is one', async () => {
  const text = await job('a', 'if children > 0 then restart', 'sleep 1000 & wait');
  const ctl = join(rig.directory, 'a');
  await rig.run(`${text} restart program "/bin/sh -c 'echo again >> ${rig.directory}/log; ${ctl} stop; ${ctl} start'"\n`);
  await running('a');
  const first = await rig.pid('a');
  await cyclesUntil(toldOf('a', 'Resource limit matched - restart'));
  await eventually(async () => ((await rig.pid('a')) !== first && rig.state('a') === 'running' ? true : undefined));
  expect(await log()).toEqual(['start a', 'again', 'stop a', 'start a']);
});

describe('a restart limit', () => {
  const limited = 'if 2 restarts within 60 cycles then timeout';
  async function killUntilGivenUp(name: string): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      const pid = await eventually(async () => (rig.state(name) === 'running' ? rig.pid(name) : undefined));
      process.kill(pid, 'SIGKILL');
      await eventually(() => (rig.told(name).filter((each) => each === 'Does not exist - restart').length > round ? true : undefined));
      if (round < 2) await eventually(async () => ((await rig.pid(name)) !== pid ? true : undefined));
      rig.cycle();
    }
  }

  test('ends the restarts; the process, and what cannot do without it, is failing until the next start', async () => {
    await rig.run(await job('a', limited), await job('b', 'depends on a'), await job('c'));
    await running('a', 'b', 'c');
    await killUntilGivenUp('a');
    await eventually(toldOf('a', 'Timeout - unmonitor'));
    expect([rig.state('a'), rig.state('b'), rig.state('c')]).toEqual(['failing', 'failing', 'running']);
    expect((await log()).filter((each) => each === 'start a')).toHaveLength(3);
    // the agent's restart changes nothing of that
    await rig.restartAgent();
    expect([rig.state('a'), rig.state('b'), rig.state('c')]).toEqual(['failing', 'failing', 'running']);
    expect((await log()).filter((each) => each === 'start a')).toHaveLength(3);
    await rig.supervisor.start();
    await running('a', 'b', 'c');
  });

  test('that runs a program lets the restarts go on', async () => {
    const note = join(rig.directory, 'a');
    await rig.run(await job('a', `if 1 restarts within 1 cycles then exec "${note} note again"`));
    await running('a');
    for (let round = 1; round < 3; round += 1) {
      process.kill((await rig.pid('a')) ?? Number.NaN, 'SIGKILL');
      await eventually(async () => ((await log()).filter((each) => each === 'start a').length > round ? true : undefined));
      await running('a');
      await cyclesUntil(async () => ((await log()).filter((each) => each === 'again').length === round ? true : undefined));
    }
    expect(rig.told('a').filter((each) => each === 'Timeout - exec')).toHaveLength(2);
  });

  test('counts what was before the agent was restarted', async () => {
    await rig.run(await job('a', 'if 1 restarts within 9 cycles then stop'));
    await running('a');
    process.kill((await rig.pid('a')) ?? Number.NaN, 'SIGKILL');
    await eventually(async () => ((await log()).length === 2 ? true : undefined));
    await running('a');
    await rig.restartAgent();
    process.kill((await rig.pid('a')) ?? Number.NaN, 'SIGKILL');
    await eventually(toldOf('a', 'Timeout - stop'));
    expect(rig.state('a')).toBe('failing');
    expect((await log()).filter((each) => each === 'start a')).toHaveLength(2);
  });
});

test('a passive process is told of and left alone', async () => {
  await rig.run(await job('a', 'mode passive'));
  await running('a');
  process.kill((await rig.pid('a')) ?? Number.NaN, 'SIGKILL');
  await eventually(toldOf('a', 'Does not exist - alert'));
  await becomes('a', 'failing');
  expect(await log()).toEqual(['start a']);
  // its output is nobody's: the process holds it as long as it lives
  await promisify(execFile)('/bin/sh', ['-c', `${join(rig.directory, 'a')} start > /dev/null 2>&1`]);
  await running('a');
});

test('a test for existence of its own says when a process is started again', async () => {
  await rig.run(await job('a', 'if does not exist for 3 cycles then restart'));
  await running('a');
  process.kill((await rig.pid('a')) ?? Number.NaN, 'SIGKILL');
  await becomes('a', 'failing');
  rig.cycle();
  expect(await log()).toEqual(['start a']);
  await cyclesUntil(toldOf('a', 'Does not exist - restart'));
  await running('a');
});

test('a process without a pidfile is found by its command line', async () => {
  const marker = `marked-${process.pid}-${Date.now()}`;
  const text = (await job('m', '', `exec -a ${marker} sleep 1000`)).replace(/with pidfile \S+/, `matching "^${marker} 1000"`);
  await rig.run(text);
  await running('m');
  const pid = await rig.pid('m');
  expect(rig.supervisor.statuses[0]?.mem?.kb).toBeGreaterThan(0);
  process.kill(pid ?? Number.NaN, 'SIGKILL');
  await eventually(async () => ((await rig.pid('m')) !== pid && rig.state('m') === 'running' ? true : undefined));
});

test('what is left out of a file is in the log, with its line', async () => {
  await rig.run(await job('a', 'if failed port 53 type udp then restart'));
  await running('a');
  expect(rig.warnings).toContainEqual({
    message: 'left out of a monit file',
    file: '0000_x.monitrc',
    line: 5,
    text: 'a: if failed port 53 type udp then restart',
  });
  expect(existsSync(join(rig.directory, 'a.pid'))).toBe(true);
});
