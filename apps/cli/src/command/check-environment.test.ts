import { expect, it } from 'vitest';
import { checkEnvironment } from './check-environment.js';

it.each([
  ['t', '1'],
  ['TRUE', '1'],
  ['0', '0'],
  ['False', '0'],
  ['', ''],
  [undefined, undefined],
])('a switch that is %s is %s to the parser', (given, read) => {
  const env = { BOSH_TTY: given };
  checkEnvironment(env);
  expect(env.BOSH_TTY).toBe(read);
});

it.each([{ BOSH_NON_INTERACTIVE: 'foo' }, { BOSH_TTY: 'yes' }, { BOSH_LOG_LEVEL: 'loud' }])('%j is refused', (env) => {
  expect(() => checkEnvironment(env)).toThrow(expect.objectContaining({ code: 'InvalidArguments' }));
});
