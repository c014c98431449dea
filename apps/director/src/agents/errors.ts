import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  AgentFailed: { number: 450001, http: 500, fault: 'operator' },
  AgentTimeout: { number: 450002, http: 500, fault: 'iaas', retryable: true, hint: 'look at the VM, or run deploy with --fix' },
  AgentMethodUnknown: { number: 450001, http: 500, fault: 'operator', hint: 'the stemcell has an older agent' },
  AgentAnswerInvalid: { number: 400002, http: 500, fault: 'operator' },
});
