import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  CpiUnknown: { number: 550001, http: 400, fault: 'operator', hint: 'add it to the CPI config' },
  CpiPropertiesInvalid: { fault: 'operator' },
  CpiTypeUnknown: { fault: 'operator', hint: "the Director's configuration names a CPI that is not built in" },
});
