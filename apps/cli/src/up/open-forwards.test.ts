import { defineErrors } from '@bosh6/base';
import type { ForwardStatus, LabStatus } from '@bosh6/lab';
import { describe, expect, it } from 'vitest';
import type { Forward } from './forward.js';
import { namingFlags, openForwards } from './open-forwards.js';

const director = { port: 25555, to: { address: '10.0.9.151', port: 25555 } };
const page = { address: '2601:646:100:69f1::165', port: 80 };

function lab(): { status(): Promise<LabStatus>; forward(wanted: Forward): Promise<ForwardStatus>; asked: Forward[] } {
  const asked: Forward[] = [];
  return {
    asked,
    status: async () => ({ forwards: [director] }) as LabStatus,
    forward: async (wanted) => {
      asked.push(wanted);
      return { ...wanted, port: wanted.port === 0 ? 40000 : wanted.port };
    },
  };
}

describe('forwards of a lab that runs', () => {
  it('are added, and told with the port that they got', async () => {
    const running = lab();
    expect(await openForwards(running, [{ port: 0, to: page }])).toEqual([{ port: 40000, to: page }]);
    expect(await openForwards(running, [{ port: 8080, to: page }])).toEqual([{ port: 8080, to: page }]);
  });

  it('stay when they are there', async () => {
    const running = lab();
    expect(await openForwards(running, [director, { ...director, port: 0 }])).toEqual([]);
    expect(running.asked).toEqual([]);
  });

  it('do not take a port from one another', async () => {
    await expect(openForwards(lab(), [{ port: 25555, to: page }])).rejects.toMatchObject({
      code: 'PortTaken',
      message: 'this lab leads port 25555 to port 25555 of 10.0.9.151 already',
    });
  });

  it('that the lab refuses name the flags', async () => {
    const fail = defineErrors({ LabForwardPortInUse: { fault: 'operator' } });
    const refused = namingFlags(() => Promise.reject(fail('LabForwardPortInUse', 'port 80 of 127.0.0.1 is in use')));
    await expect(refused).rejects.toMatchObject({ code: 'PortTaken', hint: expect.stringContaining('--port 0') });
  });
});
