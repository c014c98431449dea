import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  InvalidAddress: {
    http: 400,
    fault: 'user',
    hint: 'write IPv4 as four decimal numbers (10.0.9.165) and IPv6 in any RFC 4291 form (2001:db8::1)',
  },
  InvalidPrefix: { http: 400, fault: 'user', hint: 'write a network as address/length, such as 10.0.9.0/24 or 2001:db8::/64' },
  InvalidRange: { http: 400, fault: 'user', hint: 'write a range as one address, as address/length, or as first-last' },
  InvalidEndpoint: { http: 400, fault: 'user', hint: 'write host, host:port, [IPv6 address]:port or an https URL' },
  InvalidMac: { http: 400, fault: 'user', hint: 'write a MAC address as six pairs of hex digits, such as 00:0d:b9:48:92:49' },
  AddressOverflow: { fault: 'bug' },
});
