import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  DiskInUse: { number: 520000, http: 400, fault: 'user' },
  AttachToUnknown: { number: 520001, http: 400, fault: 'user' },
  AttachRefused: { number: 520003, http: 400, fault: 'user' },
  DiskUnknown: { number: 100002, http: 404, fault: 'user' },
});
