import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  InvalidDigest: { fault: 'user', http: 400, hint: 'a digest is a SHA-1 in hex, or "sha256:" or "sha512:" and hex, several joined by ";"' },
  InvalidAgentMessage: { fault: 'bug', http: 500 },
  InvalidAgentSettings: { fault: 'operator', http: 500 },
});
