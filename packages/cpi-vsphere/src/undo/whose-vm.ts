import type { Data } from '@bosh6/vim25';
import { extraConfigOf, marks } from '../vm/extra-config.js';
import { isNameOf } from '../vm/vm-name.js';

/** What is read of a VM; its configuration is not to be had while it is being made, or its host is disconnected. */
export interface Looked {
  readonly name?: string;
  readonly 'config.extraConfig'?: readonly Data<'OptionValue'>[];
}

/** Whether a create call made this VM. A name for people has twelve digits of the UUID: the VM itself says whose it is, where it can be read. */
export function whoseVm(
  uuid: string,
  requestId: string,
  { name, 'config.extraConfig': config }: Looked,
): 'ours' | 'unreadable' | 'another' {
  if (!isNameOf(uuid, name ?? '')) return 'another';
  if (config === undefined) return 'unreadable';
  return extraConfigOf(config).get(marks.requestId) === requestId ? 'ours' : 'another';
}
