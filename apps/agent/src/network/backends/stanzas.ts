const starts = /^(?:iface|mapping|auto|allow-\S+|no-auto-down|no-scripts|source|source-directory|rename|template)(?=\s)/;

/** The lines of an interfaces(5) file that are of these NICs; words of a list that name others are left out. Files that it includes are not read. */
export function stanzasOf(text: string, nics: ReadonlySet<string>): string[] {
  const kept: string[] = [];
  let keeping = false;
  for (const line of text.split('\n')) {
    const bare = line.trim();
    if (bare === '' || bare.startsWith('#')) continue;
    const keyword = starts.exec(bare)?.[0];
    if (keyword === undefined) {
      if (keeping) kept.push(line);
      continue;
    }
    const [, first = '', ...more] = bare.split(/\s+/);
    if (keyword === 'iface') {
      keeping = nics.has(first);
      if (keeping) kept.push(line);
      continue;
    }
    keeping = false;
    const names = [first, ...more].filter((name) => nics.has(name));
    if (/^(?:auto|allow-|no-)/.test(keyword) && names.length > 0) kept.push(`${keyword} ${names.join(' ')}`);
  }
  return kept;
}
