import { fail } from '../errors.js';

/** `GROUP`, or `GROUP/ID`. Errors: InvalidArguments. */
export function instanceChoice(text: string | undefined): { group?: string; id?: string } {
  if (text === undefined) return {};
  const [group = '', id, ...more] = text.split('/');
  if (group === '' || id === '' || more.length > 0) throw unreadable(text);
  return id === undefined ? { group } : { group, id };
}

/** `GROUP/ID`; the id is a UUID or an index. Errors: InvalidArguments. */
export function oneInstance(text: string): { group: string; id: string } {
  const { group, id } = instanceChoice(text);
  if (group === undefined || id === undefined) throw unreadable(text);
  return { group, id };
}

const unreadable = (text: string): Error =>
  fail('InvalidArguments', `'${text}' names no instance`, { hint: 'write GROUP/ID, as `bosh6 instances` shows it' });
