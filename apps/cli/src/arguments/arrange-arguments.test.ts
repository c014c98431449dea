import { describe, expect, it } from 'vitest';
import { BoshCommand } from '../command/bosh-command.js';
import { findCommand } from '../command-table.js';
import { arrangeArguments, fillOptionalValues } from './arrange-arguments.js';

class Probe extends BoshCommand {
  static override args = {};
  async run(): Promise<Record<string, unknown>> {
    return (await this.parse(Probe)).flags;
  }
}
const config = { bin: 'bosh6', runHook: async () => ({ successes: [], failures: [] }), scopedEnvVarKeys: () => [] };

async function flagsOf(argv: string[]): Promise<Record<string, unknown>> {
  const { command, leading, rest } = arrangeArguments(argv);
  expect(command).toBe('instances');
  return (await new Probe([...leading, ...rest], config as never).execute()) as Record<string, unknown>;
}

describe('global flags stand before or behind the command', () => {
  const spellings = [['-d', 'x'], ['-dx'], ['-d=x'], ['--deployment', 'x'], ['--deployment=x']];
  for (const spelling of spellings) {
    it(`${spelling.join(' ')} in front`, async () => expect(await flagsOf([...spelling, 'instances'])).toMatchObject({ deployment: 'x' }));
    it(`${spelling.join(' ')} behind`, async () => expect(await flagsOf(['instances', ...spelling])).toMatchObject({ deployment: 'x' }));
    it(`${spelling.join(' ')} between others`, async () =>
      expect(await flagsOf(['-e', '10.0.9.151', ...spelling, '-n', 'instances', '--json=v2'])).toMatchObject({
        environment: '10.0.9.151',
        deployment: 'x',
        'non-interactive': true,
        json: 'v2',
      }));
  }

  it('repeats --column', async () =>
    expect(await flagsOf(['--column=ips', 'instances', '--column', 'az'])).toMatchObject({ column: ['ips', 'az'] }));

  it('takes an IPv6 literal as a value', async () =>
    expect(await flagsOf(['-e', 'fd00::1', 'instances'])).toMatchObject({ environment: 'fd00::1' }));

  it('refuses a value for a boolean', async () => {
    await expect(flagsOf(['instances', '--json=true'])).rejects.toThrow();
  });

  it('reads the environment variables', async () => {
    process.env.BOSH_DEPLOYMENT = 'from-env';
    try {
      expect(await flagsOf(['instances'])).toMatchObject({ deployment: 'from-env' });
      expect(await flagsOf(['-d', 'flag', 'instances'])).toMatchObject({ deployment: 'flag' });
    } finally {
      delete process.env.BOSH_DEPLOYMENT;
    }
  });

  it('leaves what stands behind -- alone', () => {
    expect(arrangeArguments(['-e', 'x', 'lab', 'exec', 'router', '--', 'ls', '-d', 'y'])).toEqual({
      command: 'lab',
      leading: ['-e', 'x'],
      rest: ['exec', 'router', '--', 'ls', '-d', 'y'],
    });
  });
});

describe('flags with optional values', () => {
  const recent = [{ name: 'recent', char: 'r', value: '30' }];
  it.each([
    [['-r'], ['--recent=30']],
    [['--recent'], ['--recent=30']],
    [['-r5'], ['-r5']],
    [['-r=5'], ['-r=5']],
    [['--recent=5'], ['--recent=5']],
    [
      ['-r', '5'],
      ['--recent=30', '5'],
    ],
  ])('%j', (argv, expected) => expect(fillOptionalValues(argv, recent)).toEqual(expected));
});

describe('commands', () => {
  it.each([
    ['is', [], 'instances'],
    ['login', [], 'log-in'],
    ['lab', ['status'], 'lab status'],
    ['d', ['f.yml'], 'deploy'],
  ])('%s %j', (command, rest, id) => expect(findCommand(command, [], rest)?.id).toBe(id));
  it('does not know others', () => expect(findCommand('lab', [], ['nonsense'])).toBeUndefined());
});
