import { describe, expect, test } from 'vitest';
import type { Condition } from './conditions/index.js';
import type { MonitRule, MonitService } from './monit-definition.js';
import { parseMonitFile } from './monit-file.js';

function only(text: string): MonitService {
  const { services, warnings } = parseMonitFile(text, 'm');
  expect(warnings).toEqual([]);
  expect(services).toHaveLength(1);
  return services[0] as MonitService;
}
const ruleOf = (statement: string, check = 'check process x with pidfile /x'): MonitRule =>
  only(`${check}\n${statement}`).rules[0] as MonitRule;
const conditionOf = (statement: string, check?: string): Condition => ruleOf(statement, check).condition;
const once = { times: 1, cycles: 1 };

test('the usual file of a job', () => {
  const text = `
check process nginx
  with pidfile /var/vcap/sys/run/nginx/nginx.pid
  start program "/var/vcap/jobs/nginx/bin/ctl start" with timeout 60 seconds
  stop program "/var/vcap/jobs/nginx/bin/ctl stop"
  group vcap
`;
  expect(parseMonitFile(text, 'nginx/monit')).toEqual({
    services: [
      {
        kind: 'process',
        name: 'nginx',
        pidFile: '/var/vcap/sys/run/nginx/nginx.pid',
        start: { argv: ['/var/vcap/jobs/nginx/bin/ctl', 'start'], timeoutSeconds: 60 },
        stop: { argv: ['/var/vcap/jobs/nginx/bin/ctl', 'stop'], timeoutSeconds: 30 },
        groups: ['vcap'],
        dependsOn: [],
        passive: false,
        everyCycles: 1,
        rules: [],
        restartLimits: [],
      },
    ],
    warnings: [],
  });
});

test('users, dependencies, groups, modes and several services', () => {
  const text = `
# a comment with check process in it
check process web with pidfile "/run/web.pid"
  start program = "/bin/sh -c 'echo hi; exec web'" as uid vcap and gid vcap
  stop program = "/bin/web stop" with timeout 2 minutes
  restart program "/bin/web restart"
  if 5 restarts within 5 cycles then timeout
  depends on db, cache
  group vcap
  group front
  mode passive
  every 3 cycles
CHECK FILE log WITH PATH /tmp/x
  IF SIZE > 1 MB THEN ALERT
check process db matching "^db .*[[:digit:]]"
  depends on log
  depends on web
`;
  const { services, warnings } = parseMonitFile(text, 'm');
  expect(warnings).toEqual([]);
  const [web, log, db] = services;
  expect(web).toMatchObject({
    start: { argv: ['/bin/sh', '-c', 'echo hi; exec web'], uid: 'vcap', gid: 'vcap', timeoutSeconds: 30 },
    stop: { timeoutSeconds: 120 },
    restart: { argv: ['/bin/web', 'restart'] },
    dependsOn: ['db', 'cache'],
    groups: ['vcap', 'front'],
    passive: true,
    everyCycles: 3,
    rules: [],
    restartLimits: [{ restarts: 5, cycles: 5, action: { kind: 'unmonitor' } }],
  });
  expect(log).toMatchObject({ kind: 'file', path: '/tmp/x', rules: [{ condition: { kind: 'size' } }] });
  expect(db).toMatchObject({ matching: '^db .*[[:digit:]]', dependsOn: ['log', 'web'] });
});

describe('tests', () => {
  test.each<[string, object]>([
    [
      'if totalmem > 200 Mb for 5 cycles then alert',
      { kind: 'memory', of: 'tree', limit: { operator: '>', value: 200 * 1024 ** 2, percent: false } },
    ],
    [
      'if total memory usage is greater than 1.5 GB then alert',
      { of: 'tree', limit: { operator: '>', value: 1.5 * 1024 ** 3, percent: false } },
    ],
    ['if mem usage >= 80% then alert', { of: 'process', limit: { operator: '>=', value: 80, percent: true } }],
    ['if memory>80%% then alert', { of: 'process', limit: { operator: '>', value: 80, percent: true } }],
    ['if memory > 100KB then alert', { of: 'process', limit: { operator: '>', value: 102_400, percent: false } }],
    ['if cpu usage > 95% for 3 cycles then alert', { kind: 'cpu', of: 'process', limit: { operator: '>', value: 95, percent: true } }],
    ['if totalcpu is greater than 50% then alert', { kind: 'cpu', of: 'tree' }],
    ['if total cpu > 50 then alert', { kind: 'cpu', of: 'tree', limit: { value: 50 } }],
    [
      'if loadavg(5min) greater than 10 for 8 cycles then stop',
      { kind: 'load', span: 1, perCore: false, limit: { operator: '>', value: 10 } },
    ],
    ['if loadavg (15min) per core > 1.5 then alert', { kind: 'load', span: 2, perCore: true, limit: { value: 1.5 } }],
    ['if children > 250 then restart', { kind: 'children', of: 'children', limit: { operator: '>', value: 250 } }],
    ['if threads gt 3 then alert', { kind: 'children', of: 'threads', limit: { operator: '>', value: 3 } }],
    ['if uptime > 3 days then restart', { kind: 'uptime', limit: { operator: '>', value: 259_200 } }],
    ['if does not exist for 10 cycles then restart', { kind: 'existence', when: 'missing' }],
    ['if changed pid then alert', { kind: 'pid', of: 'pid' }],
    ['if changed ppid 2 cycles then alert', { kind: 'pid', of: 'parent' }],
    ['if failed port 80 then alert', { kind: 'connection', port: 80, tls: false, timeoutSeconds: 5, tries: 1 }],
    ['if failed host 2001:db8::1 port 80 then alert', { host: '2001:db8::1', port: 80 }],
    ['if failed host [::1] port 443 type tcpssl then alert', { host: '::1', port: 443, tls: true }],
    ['if failed unixsocket /run/x.sock with timeout 2 minutes then alert', { unixSocket: '/run/x.sock', timeoutSeconds: 120 }],
    [
      'if failed host localhost port 8080 protocol http and request /health?full=1 hostheader "x.example" with timeout 20 seconds then alert',
      { host: 'localhost', port: 8080, timeoutSeconds: 20, http: { path: '/health?full=1', hostHeader: 'x.example' } },
    ],
    [
      'if failed port 443 protocol https status = 404 content != "no[w]" then alert',
      { tls: true, http: { status: { operator: '=', value: 404 }, content: { pattern: 'no[w]', absent: true } } },
    ],
    [
      'if failed port 25 and expect "^220" send "QUIT\\r\\n" retry 3 then alert',
      { talk: [{ expect: '^220' }, { send: 'QUIT\\r\\n' }], tries: 3 },
    ],
  ])('%s', (statement, expected) => {
    expect(conditionOf(statement)).toMatchObject(expected);
  });

  test.each<[string, string, object]>([
    ['file', 'if not exist then alert', { kind: 'existence', when: 'missing' }],
    ['file', 'if exist then alert', { kind: 'existence', when: 'there' }],
    ['file', 'if size > 1 GB then alert', { kind: 'size', limit: { operator: '>', value: 1024 ** 3, percent: false } }],
    ['file', 'if changed size then alert', { kind: 'size', limit: 'changed' }],
    ['file', 'if timestamp is older than 15 minutes then alert', { kind: 'timestamp', of: 'latest', limit: { operator: '>', value: 900 } }],
    ['file', 'if mtime > 1 hour then alert', { kind: 'timestamp', of: 'mtimeMs', limit: { operator: '>', value: 3600 } }],
    ['directory', 'if changed timestamp then alert', { kind: 'timestamp', limit: 'changed' }],
    ['file', 'if changed checksum then alert', { kind: 'checksum', algorithm: 'md5', changed: true }],
    [
      'file',
      'if failed checksum and expect the sum 8F7F419955CEFA0B33A2BA316CBA365900000000 then alert',
      { kind: 'checksum', algorithm: 'sha1', expect: '8f7f419955cefa0b33a2ba316cba365900000000', changed: false },
    ],
    ['file', 'if failed permission 0640 then alert', { kind: 'permission', of: 'mode', expect: '0640' }],
    ['file', 'if failed uid root then alert', { kind: 'permission', of: 'uid', expect: 'root' }],
    [
      'filesystem',
      'if space usage > 80% for 5 times within 15 cycles then alert',
      { kind: 'space', of: 'space', free: false, limit: { percent: true } },
    ],
    ['device', 'if inodes free < 100 then alert', { kind: 'space', of: 'inodes', free: true, limit: { operator: '<', value: 100 } }],
  ])('of a %s: %s', (kind, statement, expected) => {
    expect(conditionOf(statement, `check ${kind} x with path /x`)).toMatchObject(expected);
  });

  test('of the machine, and of a host', () => {
    expect(conditionOf('if cpu usage (wait) > 20% then alert', 'check system h')).toMatchObject({ kind: 'cpu', of: 'wait' });
    expect(conditionOf('if cpu(user) > 20% then alert', 'check system h')).toMatchObject({ kind: 'cpu', of: 'user' });
    expect(conditionOf('if memory usage > 75% then alert', 'check system h')).toMatchObject({ of: 'machine' });
    expect(conditionOf('if swap usage > 20% then alert', 'check system h')).toMatchObject({ of: 'swap' });
    expect(only('check host h with address ::1\nif failed port 80 then alert')).toMatchObject({
      address: '::1',
      rules: [{ condition: { port: 80 } }],
    });
  });
});

test('how often, and what then', () => {
  const failed = 'if failed port 80';
  expect(ruleOf(`${failed} then alert`)).toMatchObject({ failing: once, recovered: once, action: { kind: 'alert' } });
  expect(ruleOf(`${failed} for 3 cycles then restart`)).toMatchObject({ failing: { times: 3, cycles: 3 }, action: { kind: 'restart' } });
  expect(ruleOf(`${failed} for 3 times within 5 cycles then stop`)).toMatchObject({
    failing: { times: 3, cycles: 5 },
    action: { kind: 'stop' },
  });
  expect(ruleOf(`${failed} 3 times within 5 cycles then unmonitor`)).toMatchObject({ failing: { times: 3, cycles: 5 } });
  expect(ruleOf(`${failed} then exec "/bin/note it" as uid root and gid root repeat every 4 cycles`).action).toEqual({
    kind: 'exec',
    program: { argv: ['/bin/note', 'it'], uid: 'root', gid: 'root', timeoutSeconds: 30 },
    repeatEvery: 4,
  });
  expect(ruleOf(`${failed} then restart else if recovered for 2 cycles then exec "/bin/x"`)).toMatchObject({
    recovered: { times: 2, cycles: 2 },
    recovery: { kind: 'exec', program: { argv: ['/bin/x'] } },
  });
  expect(ruleOf(`${failed} then restart else if succeeded then alert`)).toMatchObject({ recovery: { kind: 'alert' } });
  expect(ruleOf(`${failed} then restart else alert`)).toMatchObject({ recovery: { kind: 'alert' } });
});

test('an empty file has no service', () => {
  expect(parseMonitFile('', 'm')).toEqual({ services: [], warnings: [] });
});

test('what is not done is passed over, and told with its line', () => {
  const text = `check process x with pidfile /x
  if failed port 53 type udp protocol dns then restart
  if failed port 3306 protocol mysql username "a" password "b" then restart
  if match "ERROR" then alert else if recovered then alert
  every "* 8-19 * * 1-5"
  alert someone@example.com only on { timeout, nonexist }
  group vcap
check program p with path /bin/true
  if status != 0 then alert
set daemon 10
`;
  const { services, warnings } = parseMonitFile(text, 'm');
  expect(services).toHaveLength(1);
  expect(services[0]).toMatchObject({ groups: ['vcap'], rules: [{ condition: { port: 3306, onlyConnects: 'mysql' } }] });
  expect(warnings.map(({ line }) => line)).toEqual([2, 3, 4, 5, 8, 10]);
});

test.each([
  ['\ncheck process x\n  group vcap', 3],
  ['check process x with pidfile /x\nif memory > much then alert', 2],
  ['check process x with pidfile /x\nif memory > 5 parsec then alert', undefined],
  ['check process x with pidfile /x\n\nif failed port 99999 then alert', 3],
  ['check process x matching "("', 1],
  ['check process x with pidfile /x\n\nif failed port 25 expect "(" then alert', 3],
  ['check process x with pidfile /x\nif failed port 25 send "(" expect "[[:digits:]]" then alert', 2],
  ['check process x with pidfile /x\nif memory > 5 MB for 99 cycles then alert', 2],
  ['check process x with pidfile /x\nmode sleepy', 2],
  ['check file x with path', 1],
  ['check process x with pidfile /x\nstart program ""', 2],
])('what is wrong is said with its line: %j', (text, line) => {
  const read = () => parseMonitFile(text, 'x/monit');
  if (line === undefined) expect(read().warnings).toHaveLength(1);
  else expect(read).toThrow(expect.objectContaining({ code: 'MonitFileInvalid', where: { document: 'x/monit', line } }));
});
