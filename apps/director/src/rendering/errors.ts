import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  TemplatesFailed: { number: 100, http: 400, fault: 'user', hint: "correct the manifest's properties, or the release's templates" },
  TemplatePathTooLong: { number: 100, http: 400, fault: 'user' },
});
