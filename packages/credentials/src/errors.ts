import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  MalformedName: { fault: 'bug', http: 400, hint: "write a distinguished name as 'C=US, O=Example, CN=name'" },
  MalformedCertificate: { fault: 'operator', http: 400 },
  VariableUnsupported: { number: 540005, http: 400, fault: 'user' },
  MalformedKey: { fault: 'operator', http: 400 },
});
