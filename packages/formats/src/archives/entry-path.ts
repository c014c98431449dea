/** The path of an entry without `./`, `''` for the root itself; undefined when it leads out of the root. */
export function entryPath(name: string): string | undefined {
  if (name.startsWith('/') || name.includes('\0') || name.includes('\\')) return undefined;
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? undefined : parts.join('/');
}

/**
 * True when a symbolic link at `path` with this target stays in the root whatever other safe links there are.
 * So `..` may only lead the target: behind a name that is itself a link it would climb from elsewhere.
 */
export function linkStaysInside(path: string, target: string): boolean {
  if (target === '' || target.startsWith('/') || target.includes('\0') || target.includes('\\')) return false;
  const parts = target.split('/').filter((part) => part !== '' && part !== '.');
  const climbs = parts.findIndex((part) => part !== '..');
  const up = climbs === -1 ? parts.length : climbs;
  return up <= path.split('/').length - 1 && !parts.slice(up).includes('..');
}
