import { expect, test } from 'vitest';
import { eventOf } from '../supervisor/conditions/index.js';
import { parseMonitFile } from '../supervisor/monit-file.js';
import { alertOf } from './alert.js';

const event = { service: 'web', event: 'Resource limit matched', action: 'restart', description: 'memory of 9 kB' };

test('as bosh-agent words it, the addresses in order', () => {
  expect(alertOf(event, ['fd00::1', '10.0.0.1'], 'id', 1_700_000_000_999)).toEqual({
    id: 'id',
    severity: 3,
    title: 'web (10.0.0.1, fd00::1) - Resource limit matched - restart',
    summary: 'memory of 9 kB',
    created_at: 1_700_000_000,
  });
});

test.each([
  ['process x with pidfile /x', 'failed port 1', 1],
  ['process x with pidfile /x', 'not exist', 1],
  ['process x with pidfile /x', 'cpu > 1%', 3],
  ['process x with pidfile /x', 'changed pid', 4],
  ['file x with path /x', 'failed checksum', 2],
  ['file x with path /x', 'failed uid root', 2],
  ['file x with path /x', 'failed permission 600', 3],
  ['file x with path /x', 'size > 1', 3],
  ['file x with path /x', 'changed timestamp', 4],
  // nobody has heard of it
  ['file x with path /x', 'exist', 2],
])('%s: %s has severity %i', (check, test, severity) => {
  const condition = parseMonitFile(`check ${check}\nif ${test} then alert`, 'm').services[0]?.rules[0]?.condition;
  expect(condition).toBeDefined();
  if (condition !== undefined) expect(alertOf({ ...event, event: eventOf(condition) }, [], '', 0).severity).toBe(severity);
});
