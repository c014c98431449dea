import { isJsonObject } from '@bosh6/base';
import { fail } from '../errors.js';
import { parseResult } from '../session/result-lines.js';

/** A VM that lets our user in (director-api reference 4.3.9). */
export interface SshHost {
  readonly group: string;
  readonly id: string;
  readonly ip: string;
  /** A line of a public key, without a name; empty where the Director does not know it. */
  readonly hostKey: string;
  readonly gateway?: { readonly host: string; readonly user: string };
}

export const hostName = ({ group, id }: SshHost): string => `${group}/${id}`;

/** The result of an ssh task: one line, a list. Errors: UnreadableResult, SshRefused. */
export function sshHosts(result: string): SshHost[] {
  const list = parseResult(result, "the task's result");
  if (!Array.isArray(list)) throw fail('UnreadableResult', "the task's result is no list of hosts");
  return list.map((host: unknown) => {
    const text = (key: string): string => {
      const value = isJsonObject(host) ? host[key] : undefined;
      return typeof value === 'string' ? value : '';
    };
    if (text('ip') === '' || text('status') !== 'success') {
      throw fail('SshRefused', `the VM of ${text('job')}/${text('id')} did not let us in: its agent answered '${text('status')}'`);
    }
    const gateway = text('gateway_host') === '' ? {} : { gateway: { host: text('gateway_host'), user: text('gateway_user') } };
    return { group: text('job'), id: text('id'), ip: text('ip'), hostKey: text('host_public_key'), ...gateway };
  });
}
