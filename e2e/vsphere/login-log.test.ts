import { expect, it } from 'vitest';
import { loginLog } from './login-log.js';

it('tells the logins behind each line, in their order', async () => {
  const lines: string[] = [];
  const counts = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
  let asked = 0;
  const log = loginLog(
    (line) => lines.push(line),
    () => (counts[asked++] as PromiseWithResolvers<number>).promise,
  );
  log.say('one');
  log.say('two');
  counts[1]?.resolve(2);
  counts[0]?.resolve(1);
  await log.written();
  expect(lines).toEqual(['one', 'two', '{"logins":1}', '{"logins":2}']);
});

it('goes on without them when the vCenter has ended', async () => {
  const lines: string[] = [];
  const unhandled: unknown[] = [];
  const note = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  const log = loginLog(
    (line) => lines.push(line),
    () => Promise.reject(new Error('vcsim ended')),
  );
  log.say('one');
  log.say('two');
  await log.written();
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect([lines, unhandled]).toEqual([['one', 'two'], []]);
});
