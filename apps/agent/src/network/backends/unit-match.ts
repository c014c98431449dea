import type { PlannedNic } from '../plan.js';

/** Whether a systemd.network(5) text is of NICs that others configure, and of none that the agent does. Only names and MACs tell. */
export function isOfOthers(text: string, nics: readonly PlannedNic[]): boolean {
  const matched = nics.filter((nic) => matches(text, nic));
  return matched.length > 0 && matched.every((nic) => nic.untouched);
}

function matches(text: string, { name, mac }: PlannedNic): boolean {
  const section = /^\[Match\][^\S\n]*\n((?:(?!\[).*(?:\n|$))*)/m.exec(text)?.[1] ?? '';
  const names = words(section, 'Name');
  const macs = words(section, 'MACAddress').map((each) => each.toLowerCase().replaceAll('-', ':'));
  if (names.length + macs.length === 0) return false;
  return (names.length === 0 || isAmong(names, name)) && (macs.length === 0 || macs.includes(mac));
}

function words(section: string, key: string): string[] {
  const lines = section.split('\n').map((line) => line.split('=', 2));
  return lines.flatMap(([name = '', value = '']) => (name.trim() === key ? value.split(/\s+/).filter((word) => word !== '') : []));
}

/** A list that starts with `!` is of all others. */
function isAmong([first = '', ...more]: readonly string[], name: string): boolean {
  const isInverted = first.startsWith('!');
  return [isInverted ? first.slice(1) : first, ...more].some((glob) => globPattern(glob).test(name)) !== isInverted;
}

function globPattern(glob: string): RegExp {
  const escaped = glob
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.')
    .replaceAll('[!', '[^');
  try {
    return new RegExp(`^${escaped}$`);
  } catch {
    return /^$/;
  }
}
