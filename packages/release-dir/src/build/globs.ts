/**
 * A package's glob as a pattern over a whole relative path, as the original CLI reads it: `*`, `?`, `[a-c]`, `[^a]`, `{a,b/c}` within each
 * other, `**` for any number of directories where it stands alone between slashes, and a backslash in front of what is meant as it is. Files
 * that begin with a dot match too. Undefined where the glob is malformed.
 */
export function globPattern(glob: string): RegExp | undefined {
  const alternatives = expandBraces(glob);
  const sources = alternatives?.map((alternative) => pathSource(alternative.split(/(?<!\\)\//)));
  if (sources === undefined || sources.includes(undefined)) return undefined;
  return new RegExp(`^(?:${sources.join('|')})$`, 'su');
}

/** `a{b,c{d,e}}` is `ab`, `acd`, `ace`. */
function expandBraces(glob: string): string[] | undefined {
  const open = glob.search(/(?<!\\)\{/);
  if (open === -1) return [glob];
  const options = [''];
  let depth = 1;
  for (let at = open + 1; at < glob.length; at++) {
    const character = glob[at] ?? '';
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (depth === 0) return expandAll(options.map((option) => `${glob.slice(0, open)}${option}${glob.slice(at + 1)}`));
    if (character === ',' && depth === 1) options.push('');
    else options[options.length - 1] += character === '\\' ? `\\${glob[++at] ?? ''}` : character;
  }
  return undefined;
}

function expandAll(globs: readonly string[]): string[] | undefined {
  const expanded = globs.map(expandBraces);
  return expanded.includes(undefined) ? undefined : expanded.flatMap((one) => one ?? []);
}

function pathSource(components: readonly string[]): string | undefined {
  let source = '';
  for (const [at, component] of components.entries()) {
    const isLast = at === components.length - 1;
    if (component === '**') source += isLast ? '.+' : '(?:[^/]+/)*';
    else {
      const own = componentSource(component);
      if (own === undefined) return undefined;
      source += isLast ? own : `${own}/`;
    }
  }
  return source;
}

const tokens = /\\(?<plain>.)|\[(?<not>\^?)(?<set>(?:\\.|[^\]\\])+)\]|(?<any>\*+)|(?<one>\?)|(?<other>[^\\[])/suy;
/** Single characters and ranges; a `-` stands in a range only. */
const set = /^(?:(?:\\.|[^-\\])(?:-(?:\\.|[^-\\]))?)+$/su;

function componentSource(component: string): string | undefined {
  let source = '';
  tokens.lastIndex = 0;
  while (tokens.lastIndex < component.length) {
    const found = tokens.exec(component)?.groups;
    if (found === undefined || (found.set !== undefined && !set.test(found.set))) return undefined;
    if (found.any !== undefined) source += '[^/]*';
    else if (found.one !== undefined) source += '[^/]';
    else if (found.set !== undefined) source += `[${found.not}${setSource(found.set)}]`;
    else source += quoted(found.plain ?? found.other ?? '');
  }
  return source;
}

// A `-` between two characters is a range, one behind a backslash is itself.
const setSource = (text: string): string =>
  text.replaceAll(/\\?(.)/gsu, (whole, character: string) => (character !== '-' ? quoted(character) : whole === '-' ? '-' : '\\-'));
const quoted = (character: string): string => (/[\\^$.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character);
