import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectDone } from '../stack/done.js';
import { eventually } from '../stack/eventually.js';
import { type Desk, headOf, openDesk } from './desk.js';

const manifest = `${headOf('tiny')}instance_groups:
- name: sleeper
  instances: 1
  azs: [z1]
  vm_type: small
  stemcell: debian
  networks: [{name: default}]
  jobs: [{name: sleeper, release: broken}]
`;
const at = '/var/vcap/data/m';
const processOf = (name: string, test: string): string => `
check process ${name} with pidfile ${at}/${name}.pid
  start program "${at}/ctl ${name} start"
  stop program "${at}/ctl ${name} stop"
  ${test}
  group vcap`;
const monit = `${processOf('above', 'depends on lower')}
${processOf('lower', 'if cpu > 1% then restart')}
${processOf('frail', 'if 1 restarts within 60 cycles then timeout')}
check file note with path ${at}/note
  if size > 1 KB then alert
  if mtime older than 1 hour then alert
  group vcap
check file lost with path ${at}/lost
  if not exist then exec "/usr/bin/touch ${at}/lost"
  group vcap
`;
const ctl = `#!/bin/bash
cd ${at} && echo "$1 $2" >>order
if [[ $2 == start ]]; then
  setsid ./run "$1" </dev/null >/dev/null 2>&1 &
  echo $! >"$1.pid"
else
  kill "$(<"$1.pid")"
  rm "$1.pid"
fi
`;
/** The instance's state, and those of its six services. */
const running = Array(7).fill('running');
/** Rests, until it is to end or to have a processor at work. */
const runs = `#!/bin/bash
cd ${at} && until [[ -e $1.ends || -e $1.works ]]; do sleep 0.1; done
[[ -e $1.ends ]] && exit
rm "$1.works"
while :; do :; done
`;

describe('what a monit file says', () => {
  let desk: Desk;
  let cid: string;
  const inVm = (script: string): Promise<string> => desk.inVm(cid, 'bash', '-c', `cd ${at}; ${script}`);
  const put = (file: string, text: string): Promise<void> =>
    desk.doInVm(cid, 'bash', '-c', 'cat >"$0" <<<"$1"; chmod 755 "$0"', file, text);
  const order = async (...names: string[]): Promise<string[]> =>
    (await inVm('cat order')).split('\n').filter((line) => names.includes(line.split(' ')[0] ?? ''));
  const states = async (): Promise<Record<string, string>> => {
    const rows = await desk.rows('instances', '--ps');
    return Object.fromEntries(rows.map(({ process = '', process_state: state = '' }) => [process, state]));
  };
  const isTold = async (what: RegExp): Promise<void> => {
    const events = async (): Promise<string> => (await desk.bosh('events', '--object-type=alert')).stdout;
    expect(await eventually(events, (text) => what.test(text), { seconds: 90 })).toMatch(what);
  };

  beforeAll(async () => {
    desk = await openDesk('tiny');
    expectDone(await desk.deploy(manifest));
    cid = (await desk.instances('sleeper'))[0]?.vm_cid ?? '';
    await desk.doInVm(cid, 'mkdir', at);
    await put(`${at}/ctl`, ctl);
    await put(`${at}/run`, runs);
    await inVm(`touch note lost; echo '${monit}' >>/var/vcap/jobs/sleeper/monit`);
    expectDone(await desk.bosh('restart', '--no-converge', 'sleeper/0'));
    expect(Object.values(await states())).toEqual(running);
    await inVm(`touch lower.works frail.ends; rm lost; head -c 2000 /dev/zero >note; touch -d '2 hours ago' note`);
  });
  afterAll(() => desk?.close());

  it('a process that takes too much of the processors is restarted, and what depends on it goes down before and comes up after it', async () => {
    await isTold(/lower \([^)]*\) - Resource limit matched - restart/);
    const all = ['lower start', 'above start', 'above stop', 'lower stop', 'lower start', 'above start'];
    expect(
      await eventually(
        () => order('lower', 'above'),
        ({ length }) => length === all.length,
      ),
    ).toEqual(all);
  });

  it('a file that is too large and too old is told of, and failing until it is not; one that is gone is made anew', async () => {
    await isTold(/note \([^)]*\) - Size failed - alert/);
    await isTold(/note \([^)]*\) - Timestamp failed - alert/);
    await isTold(/lost \([^)]*\) - Does not exist - exec/);
    expect(await inVm('ls lost')).toBe('lost');
    expect(await states()).toMatchObject({ note: 'failing' });
    await inVm('echo short >note');
    expect(await eventually(states, ({ note, lost }) => note === 'running' && lost === 'running')).toMatchObject({
      note: 'running',
      lost: 'running',
    });
  });

  it('a process that is restarted too often is given up until the next start', async () => {
    await isTold(/frail \([^)]*\) - Timeout - unmonitor/);
    expect(await order('frail')).toEqual(['frail start', 'frail start']);
    expect(await states()).toMatchObject({ frail: 'failing', lower: 'running', above: 'running' });
    expect((await desk.instances('sleeper'))[0]).toMatchObject({ process_state: 'failing' });
    await inVm('rm frail.ends');
    expectDone(await desk.bosh('restart', '--no-converge', 'sleeper/0'));
    expect(Object.values(await states())).toEqual(running);
  });
});
