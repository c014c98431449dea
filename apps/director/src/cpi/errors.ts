import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  CpiUnknown: {
    number: 550001,
    http: 400,
    fault: 'operator',
    hint: "add it to a CPI config, or its name to the 'migrated_from' of another",
  },
  CpiNotFound: { number: 550001, http: 400, fault: 'user', hint: "give each AZ a 'cpi' that a CPI config has" },
  CpiPropertiesInvalid: { http: 400, fault: 'operator' },
  CpiPlaceholderUnresolved: { number: 540009, http: 400, fault: 'user', hint: 'give its value with -v or -l when you upload the config' },
  CpiTypeUnknown: { fault: 'operator', hint: "the Director's configuration names a CPI that is not built in" },
});
