import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  TemplatesFailed: { number: 100, http: 400, fault: 'user', hint: "correct the manifest's properties, or the release's templates" },
  TemplatePathTooLong: { number: 100, http: 400, fault: 'user' },
  JobArchiveMissing: { number: 100002, http: 404, fault: 'operator', hint: 'upload its release again with `upload-release --fix`' },
  JobArchiveSpoilt: { number: 100001, http: 500, fault: 'operator', hint: 'upload its release again with `upload-release --fix`' },
});
