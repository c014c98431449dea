import { VirtualWorld } from '@bosh6/base';
import { describe, expect, it } from 'vitest';
import { parseTarget } from './target.js';
import { createTransport } from './transport.js';
import { checkZone } from './zone.js';

const nics = { lo: [], eth0: [] };

describe('a zone', () => {
  it.each(['fe80::1%eth0', '[fe80::1%25lo]:1', '::1', '10.0.9.151', 'director.example'])('of %s is known, or there is none', (text) => {
    expect(() => checkZone(parseTarget(text), nics)).not.toThrow();
  });

  it('of an interface that is not there is refused, with those that are', () => {
    expect(() => checkZone(parseTarget('fe80::1%eth9'), nics)).toThrow(
      expect.objectContaining({
        code: 'UnknownZone',
        message: "this machine has no network interface 'eth9'",
        hint: 'those that are up and have an address: lo, eth0',
      }),
    );
  });

  it('is looked at before anything is sent', async () => {
    // Nothing would ever come back, and the clock stands still.
    const transport = createTransport(parseTarget('fe80::1%bosh6none0'), '', { world: new VirtualWorld() });
    await expect(transport.send({ method: 'GET', path: '/info' })).rejects.toMatchObject({ code: 'UnknownZone' });
    transport.close();
  });
});
