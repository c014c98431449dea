import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  DynamicDiskUnknown: { number: 100, http: 404, fault: 'user', hint: 'GET /dynamic_disks lists those that there are' },
  DynamicDiskTaken: { number: 100, http: 400, fault: 'user', hint: 'choose another name; it is of one disk alone' },
  DynamicDiskTypeUnknown: { number: 100, http: 400, fault: 'user', hint: "name one of the cloud config's `disk_types`" },
  DynamicDiskRefused: { number: 100, http: 400, fault: 'user' },
});
