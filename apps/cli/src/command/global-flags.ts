import * as Flags from '@oclif/core/flags';
import type { OptionalValue } from '../arguments/arrange-arguments.js';

/** Accepted by every command, in front of it or behind it (as bosh-cli). */
export const globalFlags = {
  config: Flags.string({
    helpValue: 'PATH',
    env: 'BOSH_CONFIG',
    description: 'Config file',
    default: '~/.bosh/config',
    helpGroup: 'GLOBAL',
  }),
  environment: Flags.string({
    helpValue: 'DIRECTOR',
    char: 'e',
    env: 'BOSH_ENVIRONMENT',
    description: 'Director: name, address, URL or alias',
    helpGroup: 'GLOBAL',
  }),
  'ca-cert': Flags.string({
    helpValue: 'PEM|PATH',
    env: 'BOSH_CA_CERT',
    description: "Director's CA: PEM text or path",
    helpGroup: 'GLOBAL',
  }),
  sha2: Flags.boolean({
    env: 'BOSH_SHA2',
    description: 'Accepted for old scripts; SHA-256 is used anyway',
    hidden: true,
    helpGroup: 'GLOBAL',
  }),
  parallel: Flags.integer({ helpValue: 'N', description: 'How much to do at once', default: 5, helpGroup: 'GLOBAL' }),
  client: Flags.string({ helpValue: 'NAME', env: 'BOSH_CLIENT', description: 'User or UAA client', helpGroup: 'GLOBAL' }),
  'client-secret': Flags.string({
    helpValue: 'SECRET',
    env: 'BOSH_CLIENT_SECRET',
    description: 'Password or UAA client secret',
    helpGroup: 'GLOBAL',
  }),
  deployment: Flags.string({ helpValue: 'NAME', char: 'd', env: 'BOSH_DEPLOYMENT', description: 'Deployment name', helpGroup: 'GLOBAL' }),
  column: Flags.string({
    helpValue: 'HEADING',
    multiple: true,
    multipleNonGreedy: true,
    description: 'Show only this column; repeat for more',
    helpGroup: 'GLOBAL',
  }),
  json: Flags.string({
    options: ['v1', 'v2'] as const,
    description: "Print one JSON object: of the tables as shown, or with --json=v2 of the API's objects",
    helpGroup: 'GLOBAL',
  }),
  tty: Flags.boolean({ env: 'BOSH_TTY', description: 'Decorate output although it is no terminal', helpGroup: 'GLOBAL' }),
  'no-color': Flags.boolean({ description: 'No colours', helpGroup: 'GLOBAL' }),
  'non-interactive': Flags.boolean({
    char: 'n',
    env: 'BOSH_NON_INTERACTIVE',
    description: 'Answer confirmations with yes',
    helpGroup: 'GLOBAL',
  }),
  help: Flags.boolean({ char: 'h', description: 'Show help', helpGroup: 'GLOBAL' }),
};

/** `--json` alone is the stock CLI's. */
export const globalOptionalValues: readonly OptionalValue[] = [{ name: 'json', value: 'v1' }];

/** The global flags that take a value, as a person types them; the launcher moves them together with it. */
export const globalFlagsWithValue: ReadonlySet<string> = new Set([
  '--config',
  '-e',
  '--environment',
  '--ca-cert',
  '--parallel',
  '--client',
  '--client-secret',
  '-d',
  '--deployment',
  '--column',
]);
