import { expect, test } from 'vitest';
import { parseMonitFile } from './monit-file.js';

test('the usual file of a job', () => {
  const text = `
check process nginx
  with pidfile /var/vcap/sys/run/nginx/nginx.pid
  start program "/var/vcap/jobs/nginx/bin/ctl start" with timeout 60 seconds
  stop program "/var/vcap/jobs/nginx/bin/ctl stop"
  group vcap
`;
  expect(parseMonitFile(text, 'nginx/monit')).toEqual([
    {
      name: 'nginx',
      pidFile: '/var/vcap/sys/run/nginx/nginx.pid',
      start: { argv: ['/var/vcap/jobs/nginx/bin/ctl', 'start'], timeoutSeconds: 60 },
      stop: { argv: ['/var/vcap/jobs/nginx/bin/ctl', 'stop'], timeoutSeconds: 30 },
      group: 'vcap',
      dependsOn: [],
    },
  ]);
});

test('tests of resources, users, dependencies and other checks', () => {
  const text = `
# a comment with check process in it
check process web with pidfile "/run/web.pid"
  start program = "/bin/sh -c 'echo hi; exec web'" as uid vcap and gid vcap
  stop program = "/bin/web stop" with timeout 2 minutes
  if totalmem > 200 Mb for 5 cycles then alert
  if failed port 80 protocol http with timeout 10 seconds then restart else if recovered then exec "/bin/note it" as uid root
  if 5 restarts within 5 cycles then timeout
  depends on db, cache
  group vcap
check file log with path /tmp/x
  if size > 1 MB then alert
  group logs
check process db with pidfile /run/db.pid
  group vcap
`;
  const [web, db, ...rest] = parseMonitFile(text, 'm');
  expect(rest).toEqual([]);
  expect(web?.start).toEqual({ argv: ['/bin/sh', '-c', 'echo hi; exec web'], uid: 'vcap', gid: 'vcap', timeoutSeconds: 30 });
  expect(web?.stop?.timeoutSeconds).toBe(120);
  expect(web?.dependsOn).toEqual(['db', 'cache']);
  expect(web?.group).toBe('vcap');
  expect(db).toEqual({ name: 'db', pidFile: '/run/db.pid', group: 'vcap', dependsOn: [] });
});

test('an empty file has no process', () => {
  expect(parseMonitFile('', 'm')).toEqual([]);
});

test('what is missing is said with its line', () => {
  expect(() => parseMonitFile('\ncheck process x\n  group vcap', 'x/monit')).toThrow(
    expect.objectContaining({ code: 'MonitFileInvalid', where: { document: 'x/monit', line: 3 } }),
  );
});
