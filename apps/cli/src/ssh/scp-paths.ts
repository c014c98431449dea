import { isIPv6 } from 'node:net';
import { fail } from '../errors.js';
import { instanceChoice } from '../session/instance-name.js';
import type { Target } from './open-session.js';
import type { Reached } from './reach.js';

/** A path here, or in VMs. */
export type ScpPath = { readonly local: string } | { readonly remote: string; readonly target: Target };

/** `PATH`, or `GROUP[/ID]:PATH`; a path here whose name has a colon starts with `./` or `/`. */
export function scpPath(text: string): ScpPath {
  const colon = text.indexOf(':');
  if (colon === -1 || /^[./~]/.test(text)) return { local: text };
  const selector = text.slice(0, colon);
  return { remote: text.slice(colon + 1), target: selector === '' ? {} : instanceChoice(selector) };
}

/** The VMs that all remote paths are in. Errors: InvalidArguments. */
export function targetOf(paths: readonly ScpPath[]): Target {
  const targets = paths.flatMap((path) => ('target' in path ? [path.target] : []));
  const [first] = targets;
  if (first === undefined)
    throw fail('InvalidArguments', 'none of the paths is in a VM', { hint: 'write GROUP/ID:PATH for the one that is' });
  if (targets.some(({ group, id }) => group !== first.group || id !== first.id)) {
    throw fail('InvalidArguments', 'the paths are in different VMs', { hint: 'copy from or to the same instances at a time' });
  }
  return first;
}

/** As `scp` takes it for one host; `((instance_id))` in paths here is that host's. */
export function scpArgument(path: ScpPath, { host, setting }: Reached): string {
  if ('local' in path) return path.local.replaceAll('((instance_id))', host.id);
  return `${setting.user}@${isIPv6(host.ip) ? `[${host.ip}]` : host.ip}:${path.remote}`;
}
