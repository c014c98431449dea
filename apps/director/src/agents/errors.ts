import { defineErrors } from '@bosh6/base';

/** Fits every command that an agent's silence ends. */
export const silenceHint = 'look at the VM; `deploy --fix` or `recreate --fix` makes it anew, and so does `cloud-check`';

export const fail = defineErrors({
  AgentFailed: { number: 450001, http: 500, fault: 'operator' },
  AgentTimeout: { number: 450002, http: 500, fault: 'iaas', retryable: true, hint: silenceHint },
  AgentMethodUnknown: { number: 450001, http: 500, fault: 'operator', hint: 'the stemcell has an older agent' },
  AgentAnswerInvalid: { number: 400002, http: 500, fault: 'operator' },
});
