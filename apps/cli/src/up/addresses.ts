/** The post's addresses and names, inside the lab. */
export const directorName = 'bosh-vsphere-ipv4.nono.io';
export const directorAddresses = [
  { family: 4, address: '10.0.9.151' },
  { family: 6, address: '2601:646:100:69f1::151' },
] as const;
export const directorPort = 25555;
export const busPort = 4222;
export const siteName = 'bosh.io';

/** What the lab's DNS servers answer. */
export const names: Record<string, string[]> = {
  [siteName]: ['203.0.113.10', '2001:4860:4860::8888'],
  [directorName]: ['10.0.9.151'],
  'nginx-ipv6.nono.io': ['2601:646:100:69f1::165'],
};

export const directorNics = [
  { network: 'VM Network', addresses: ['10.0.9.151/24'], gateway: '10.0.9.1' },
  { network: 'IPv6', addresses: ['2601:646:100:69f1::151/64'], gateway: '2601:646:100:69f1:20d:b9ff:fe48:9249' },
];
