type Segment = readonly (number | string)[];

interface Version {
  release: Segment;
  pre: Segment | undefined;
  post: Segment | undefined;
}

const shape = /^([0-9A-Za-z_.]+)(?:-([0-9A-Za-z_.]+))?(?:\+([0-9A-Za-z_.]+))?$/;

/** True for a semi-semantic version, `RELEASE[-PRE][+POST]`. */
export function isVersion(text: string): boolean {
  return shape.test(text);
}

/** True for `latest` and `PREFIX.latest`; the prefix is `undefined` without one. */
export function isLatest(version: string): { prefix: string | undefined } | undefined {
  const match = /^(?:(?<prefix>.+)\.)?latest$/.exec(version);
  return match === null ? undefined : { prefix: match.groups?.prefix };
}

/** Semi-semantic order (formats reference 1.7): negative, 0 or positive. `1` equals `1.0`; text that is no version sorts first. */
export function compareVersions(left: string, right: string): number {
  const a = parse(left);
  const b = parse(right);
  return compareSegments(a.release, b.release) || compareOptional(a.pre, b.pre, 1) || compareOptional(a.post, b.post, -1);
}

/** The newest of those that `latest` or `PREFIX.latest` may mean; `undefined` when none fits. */
export function newestVersion(versions: Iterable<string>, prefix?: string): string | undefined {
  let newest: string | undefined;
  for (const version of versions) {
    if (prefix !== undefined && version !== prefix && !version.startsWith(`${prefix}.`)) continue;
    if (newest === undefined || compareVersions(version, newest) > 0) newest = version;
  }
  return newest;
}

function parse(text: string): Version {
  // `1.2-dev` is the old spelling of `1+dev.2`.
  const match = shape.exec(text.replace(/^(.*)\.(\d+)-dev$/, '$1+dev.$2'));
  return { release: segment(match?.[1] ?? ''), pre: optional(match?.[2]), post: optional(match?.[3]) };
}

function optional(text: string | undefined): Segment | undefined {
  return text === undefined ? undefined : segment(text);
}

function segment(text: string): Segment {
  return text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function compareOptional(a: Segment | undefined, b: Segment | undefined, whenAbsent: 1 | -1): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? whenAbsent : -whenAbsent;
  return compareSegments(a, b);
}

function compareSegments(a: Segment, b: Segment): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const left = a[index] ?? 0;
    const right = b[index] ?? 0;
    if (left === right) continue;
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}
