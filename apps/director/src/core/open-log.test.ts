import { expect, it } from 'vitest';
import { openLog } from './open-log.js';

it('who says something in a log whose disk is full does not fail of it', async () => {
  const log = await openLog('/dev/full');
  log.warn({}, 'once');
  expect(() => log.warn({}, 'twice')).not.toThrow();
});
