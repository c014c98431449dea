import { defineErrors } from '@bosh6/base';

const user = { fault: 'user' } as const;

/** What `lint` says beside the errors of the parsers; most are warnings. */
export const found = defineErrors({
  UnknownKey: { ...user },
  DuplicateKey: { ...user, hint: 'remove one of them' },
  AmbiguousScalar: { ...user, hint: 'write it in quotes if it is text' },
  DateScalar: { ...user, number: 440001, hint: 'write it in quotes' },
  OpenAddress: { ...user, hint: 'write it in quotes' },
  TabIndent: { ...user, hint: 'indent with spaces' },
  SeveralDocuments: { ...user, hint: 'put each into a file of its own' },
  UnknownKind: { ...user },
});
