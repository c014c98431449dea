import { existsSync, writeFileSync } from 'node:fs';
import type { LabConfigInput } from '@bosh6/lab';
import type { Home } from './home.js';

export const directorName = 'bosh-vsphere-ipv4.nono.io';
export const directorPort = 25555;
export const busPort = 4222;
export const siteName = 'bosh.io';

type Endpoint = { family: 4 | 6; address: string };

/** Where everything is inside the lab. */
export interface Site {
  /** The Director's addresses; the first is what people are told. */
  endpoints: readonly [Endpoint, ...Endpoint[]];
  nics: NonNullable<LabConfigInput['director']>['nics'];
  workstation: { addresses?: string[]; gateways?: string[] };
  internet: { addresses?: string[] };
  nameservers?: string[];
  /** What the lab's DNS servers answer. */
  names: Record<string, string[]>;
}

const post: Endpoint = { family: 6, address: '2601:646:100:69f1::151' };
const postNic = { network: 'IPv6', addresses: [`${post.address}/64`], gateway: '2601:646:100:69f1:20d:b9ff:fe48:9249' };
const page = { 'nginx-ipv6.nono.io': ['2601:646:100:69f1::165'] };

/** The post's: the Director on an IPv4 network. */
const dual: Site = {
  endpoints: [{ family: 4, address: '10.0.9.151' }, post],
  nics: [{ network: 'VM Network', addresses: ['10.0.9.151/24'], gateway: '10.0.9.1' }, postNic],
  workstation: {},
  internet: {},
  names: { [siteName]: ['203.0.113.10', '2001:4860:4860::8888'], [directorName]: ['10.0.9.151'], ...page },
};

/** No IPv4 address but loopback's, anywhere: the network beside the post's is IPv6 too. */
const ipv6Only: Site = {
  endpoints: [{ family: 6, address: '2601:646:100:69f0::151' }, post],
  nics: [{ network: 'VM Network', addresses: ['2601:646:100:69f0::151/64'], gateway: '2601:646:100:69f0::1' }, postNic],
  workstation: { addresses: ['fd00:8::2/64'], gateways: ['fd00:8::1'] },
  internet: { addresses: ['2001:4860:4860::8888', '2001:4860:4860::8844'] },
  nameservers: ['2001:4860:4860::8888'],
  names: { [siteName]: ['2001:4860:4860::8888'], [directorName]: ['2601:646:100:69f0::151'], ...page },
};

/** What a certificate of the Director names, whichever site it serves. */
export const directorAddresses = [...new Set([...dual.endpoints, ...ipv6Only.endpoints].map(({ address }) => address))];

/** The site of a state directory. A first `up --ipv6-only` makes it one without IPv4, for good. */
export function siteOf(home: Home, asked = false): Site {
  if (asked && !existsSync(home.ipv6Only)) writeFileSync(home.ipv6Only, 'This lab has no IPv4: `bosh6 up --ipv6-only` made it.\n');
  return existsSync(home.ipv6Only) ? ipv6Only : dual;
}
