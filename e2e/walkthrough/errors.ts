import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  OptionInvalid: { fault: 'user' },
});
