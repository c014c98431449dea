import { describe, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { flagText } from './flag-text.js';

async function said(...argv: string[]): Promise<[number, string]> {
  const io = capturedIo();
  return [await run(argv, io), io.err()];
}

describe('a command line that is wrong', () => {
  it.each([
    [['deploy'], "'deploy' needs MANIFEST (The manifest; - is standard input)", '`bosh6 deploy --help` says what it takes'],
    [['doctor', 'x', 'y'], "'doctor' does not take 'x' 'y'", '`bosh6 doctor --help`'],
    [['tasks', '--recent', '5'], "'tasks' does not take '5'", 'if it is the value of --recent, attach it: --recent=5'],
    [['deploy', 'm.yml', '--fix=true'], '--fix takes no value', 'write --fix alone'],
    [['deploy', 'm.yml', '--tty=1'], '--tty takes no value', 'write --tty alone'],
    [['vms', '--bogus'], "'vms' has no flag --bogus", '`bosh6 vms --help`'],
    [['task', 'abc'], 'Expected an integer but received: abc', '`bosh6 task --help`'],
    [['logs', '--num', 'x'], 'Parsing --num: Expected an integer but received: x', '`bosh6 logs --help`'],
    [['doctor', '--only', 'x'], 'Expected --only=x to be one of: machine, director', '`bosh6 doctor --help`'],
    [['lab'], "'lab' is several commands", '`lab exec`, `lab shell`, `lab status`'],
    [['lab', '--tty', 'foo'], "'lab' has no command 'foo'", '`lab exec`'],
  ])('%j ends with 2, and says how to go on', async (argv, what, how) => {
    const [code, text] = await said(...argv);
    expect(text).toContain(`${what}\n  fix: `);
    expect(text).toContain(how);
    expect(text.trim().split('\n')).toHaveLength(3);
    expect(code).toBe(2);
  });

  it('keeps what the text of a value holds', async () => {
    const [, text] = await said('lint', '--bogus=See more help');
    expect(text).toContain('--bogus=See more help');
  });
});

it.each([
  ['recent', { type: 'option', char: 'r', helpValue: 'N', description: 'd', default: 3 }, true, '-r, --recent[=N]', 'd (3)'],
  ['kind', { type: 'option', options: ['a', 'b'], multiple: true }, false, '--kind=a|b', '; repeat for more'],
  ['fix', { type: 'boolean', description: 'd' }, false, '--fix', 'd'],
])('the flag %s is written with its value', (name, flag, isOptional, spelled, says) => {
  expect(flagText(name, flag, isOptional ? [{ name, value: '' }] : [])).toEqual({ spelled, says });
});
