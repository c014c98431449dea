import { join } from 'node:path';
import { CodedError, defineErrors } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../testing/temporary-directory.js';
import { ConfigFile } from './config-file.js';
import { asUnknownAlias } from './unknown-alias.js';

const fail = defineErrors({ DirectorUnreachable: { fault: 'operator' } });
const unreachable = (code: string): CodedError =>
  fail('DirectorUnreachable', `no Director answers (${code})`, { cause: Object.assign(new Error(code), { code }) });

describe('a name that is no alias', () => {
  it('is told with those that are, and how to give it', async () => {
    const config = await ConfigFile.load(join(temporaryDirectory(), 'config'));
    const none = asUnknownAlias(unreachable('ENOTFOUND'), 'ipv4', config);
    expect(none).toMatchObject({ code: 'UnknownAlias', message: "no alias 'ipv4' (none is known), and no host of that name" });
    config.alias('10.0.9.151', 'ipv6', undefined);
    const one = asUnknownAlias(unreachable('EAI_AGAIN'), 'ipv4', config);
    expect(one).toMatchObject({ message: expect.stringContaining('known: ipv6'), hint: expect.stringContaining('alias-env ipv4') });
  });

  it.each([
    ['ENOTFOUND', 'director.example'],
    ['ENOTFOUND', 'https://ipv4'],
    ['ECONNREFUSED', 'ipv4'],
    ['ENOTFOUND', 'mine'],
  ])('is not what %s for %s means', async (code, given) => {
    const config = await ConfigFile.load(join(temporaryDirectory(), 'config'));
    config.alias('director', 'mine', undefined);
    const error = unreachable(code);
    expect(asUnknownAlias(error, given, config)).toBe(error);
  });
});
