import { expect, it } from 'vitest';
import { withCpiConfig } from './with-cpi-config.js';

const protocol = { director_uuid: 'd', request_id: 'r', vm: { stemcell: { api_version: 3 } } };

it('a cpi-config’s properties go into the vCenter, over the CPI’s own; the protocol’s do not', () => {
  const own = { vcenters: [{ host: 'a', user: 'u' }], agent: { ntp: [] } };
  expect(withCpiConfig(own, protocol)).toEqual(own);
  expect(withCpiConfig(own, { ...protocol, host: 'b', datacenters: [] })).toEqual({
    ...own,
    vcenters: [{ host: 'b', user: 'u', datacenters: [] }],
  });
  expect(withCpiConfig({}, { ...protocol, host: 'b', agent: { mbus: 'm' } })).toEqual({ vcenters: [{ host: 'b' }], agent: { mbus: 'm' } });
  expect(withCpiConfig(own, { ...protocol, vcenters: [{ host: 'c' }] })).toEqual({ ...own, vcenters: [{ host: 'c' }] });
});
