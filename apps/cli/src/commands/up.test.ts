import { expect, it, vi } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';

// So that no lab starts if it is not refused.
vi.stubEnv('BOSH6_HOME', '/dev/null');

it.each(['-1', '65536', '99999'])('up --port %s is refused by name, before anything is looked at', async (port) => {
  const io = capturedIo();
  expect(await run(['up', '--port', port], io)).toBe(2);
  expect(io.err()).toContain(`--port ${port} is no port`);
  expect(io.err()).toContain('0 takes a free one, else 1 to 65535');
});
