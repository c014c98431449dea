import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  ResolutionUnknown: { number: 410002, http: 400, fault: 'user', hint: 'scan again, and choose one of the resolutions that are listed' },
  ResolutionsInvalid: {
    number: 410003,
    http: 400,
    fault: 'user',
    hint: "send a map of problem ids to names of resolutions, or null for a type's usual one",
  },
  ResurrectionPaused: { number: 410004, http: 400, fault: 'user', hint: 'switch it on with `update-resurrection on`' },
  ProblemGone: { number: 100, http: 400, fault: 'user', hint: 'scan again' },
  ResolutionRefused: { number: 100, http: 400, fault: 'user', hint: 'choose another resolution' },
  ResolutionsFailed: { number: 100, http: 500, fault: 'iaas', hint: 'scan again: what is left is listed then' },
});
