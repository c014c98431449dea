import { realWorld } from '@bosh6/base';
import { type CpiInfo, cpiError } from '@bosh6/cpi-protocol';
import { expect, test } from 'vitest';
import { type CpiAccess, CpiSession } from './cpi-session.js';

test('what the CPI is gets asked once, and again after a failure', async () => {
  const info: CpiInfo = { stemcell_formats: [], api_version: 2 };
  let asked = 0;
  const cpi = {
    info: async () => {
      asked += 1;
      if (asked === 1) throw cpiError('CloudError', 'not now', { okToRetry: true });
      return info;
    },
  };
  const cpis = { use: (_name: string, work: (one: typeof cpi) => unknown) => work(cpi) };
  const access = { cpis, world: realWorld(), directorUuid: 'd' } as unknown as CpiAccess;
  const session = new CpiSession('', access, { debug: () => {}, cpiLog: () => {} });
  await expect(session.info()).rejects.toMatchObject({ code: 'CloudError' });
  expect(await Promise.all([session.info(), session.info()])).toEqual([info, info]);
  expect(asked).toBe(2);
});
