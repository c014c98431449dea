import type { Case, Cases } from '../case.js';

const manifest = [
  'name: web # a comment',
  'zones: [((zone)), z2]',
  'port: ((port))',
  'motd: "at ((zone)), port ((port))"',
  'password: ((password))',
  'watch: yes',
  'stemcell: {version: "3363.20", os: ubuntu}',
  '',
].join('\n');
const ops = [
  '- type: replace',
  '  path: /zones/-',
  '  value: z3',
  '- type: remove',
  '  path: /stemcell/os',
  '- type: replace',
  '  path: /update?/canaries',
  '  value: 2',
  '',
].join('\n');
const files = { 'm.yml': manifest, 'ops.yml': ops, 'vars.yml': 'zone: z1\nport: 80\n', 'port.txt': '8080' };
const int = (...argv: string[]): Case => ({ argv: ['interpolate', 'm.yml', ...argv], files });

/** CLI reference 2.1, and `interpolate`. */
export const session: Cases = {
  'alias-env': { argv: ['alias-env', 'mine'] },
  'alias-env into a pipe': { argv: ['alias-env', 'mine'], pipe: true },
  'log-in': { argv: ['log-in'] },
  'log-in, refused': {
    fails: 5,
    argv: ['log-in'],
    answers: { 'GET /info': { json: { user_authentication: { type: 'basic', options: {} } } } },
  },
  'log-out': { argv: ['log-out'] },
  'environments, none': { argv: ['environments'] },
  'unalias-env, none': { fails: 2, says: "no Director is called 'mine'", argv: ['unalias-env', 'mine'] },
  interpolate: int(),
  'interpolate --path': int('--path', '/zones'),
  'interpolate --path of a text': int('--path', '/stemcell/version'),
  'interpolate --path that is not there': {
    ...int('--path', '/nothing'),
    fails: 2,
    says: "path '/nothing': there is no key 'nothing' in a map with keys 'motd', 'name', 'password', 'port', 'stemcell', 'watch', 'zones'",
  },
  'interpolate -l': int('-l', 'vars.yml'),
  'interpolate -v over -l': int('-l', 'vars.yml', '-v', 'zone=z9', '-v', 'password="01"'),
  'interpolate --var-file': int('--var-file', 'port=port.txt'),
  'interpolate -o': int('-o', 'ops.yml', '-l', 'vars.yml'),
  'interpolate --var-errs': { ...int('--var-errs', '-v', 'zone=z1'), fails: 2 },
  'interpolate --var-errs-unused': { ...int('--var-errs-unused', '-v', 'zone=z1', '-v', 'other=1'), fails: 2 },
  'interpolate --json': int('--json', '-l', 'vars.yml'),
  'interpolate, a key that YAML 1.1 takes for a boolean': { argv: ['int', 'm.yml'], files: { 'm.yml': 'on: 1\n' } },
  'interpolate from standard input': { argv: ['int', '-', '-v', 'a=1'], input: 'x: ((a))\n' },
};
