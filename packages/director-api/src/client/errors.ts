import { defineErrors } from '@bosh6/base';

/** What can go wrong between a client and a Director. */
export const fail = defineErrors({
  DirectorUnreachable: { fault: 'operator', retryable: true, hint: 'check that the Director runs and that its address and port are right' },
  UnknownZone: { fault: 'user' },
  CertificateUntrusted: { fault: 'user', hint: "give the Director's CA with --ca-cert FILE or BOSH_CA_CERT" },
  CertificateNameMismatch: { fault: 'user', hint: 'use one of the names or addresses that the certificate holds' },
  CertificateExpired: { fault: 'operator', hint: "renew the Director's certificate" },
  InvalidProxy: {
    fault: 'user',
    hint: 'write http://HOST:PORT, socks5://HOST:PORT or, for BOSH_ALL_PROXY, ssh+socks5://USER@HOST:PORT?private-key=FILE',
  },
  ProxyFailed: {
    fault: 'operator',
    hint: 'check that the proxy runs, and that it lets you through; NO_PROXY names whom to reach without it',
  },
  InvalidDirectorUrl: {
    fault: 'user',
    hint: 'use a name, an address, or https://NAME:PORT; an IPv6 address works with and without brackets',
  },
  DirectorRefused: { fault: 'user' },
  DirectorFailed: { fault: 'bug', retryable: true },
  UsageUnknown: { fault: 'user', hint: 'list who has which address with `bosh6 instances`' },
  FsckUnknown: { fault: 'user', hint: 'look at each deployment with `bosh6 cloud-check`' },
  PlanUnknown: { fault: 'user', hint: 'see what changes in the texts with `bosh6 deploy --dry-run`' },
  RequestInterrupted: {
    fault: 'operator',
    hint: 'the Director may have accepted it; look with `bosh6 tasks --recent` before trying again',
  },
  UnreadableAnswer: { fault: 'bug' },
  TooManyRedirects: { fault: 'bug' },
  AuthenticationFailed: { fault: 'user', hint: 'log in again with `bosh6 log-in`' },
});
