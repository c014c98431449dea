import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  /** The file that describes a CPI to be tried. */
  SubjectInvalid: { fault: 'operator' },
});
