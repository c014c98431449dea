/** The known word that was probably meant; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.toLowerCase().replaceAll('-', '_');
  const wanted = plain(word);
  const most = Math.max(1, Math.floor(word.length / 3));
  // Nobody types a key of this length by mistake, and the distance costs its square.
  if (word.length > 60) return undefined;
  return known
    .map((name) => ({ name, away: distance(wanted, plain(name)) }))
    .filter(({ away }) => away <= most)
    .sort((a, b) => a.away - b.away)[0]?.name;
}

/** How many letters must be changed, added or taken away (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1];
    for (let index = 1; index <= b.length; index++) {
      const [up = 0, left = 0, corner = 0] = [row[index], next[index - 1], row[index - 1]];
      next.push(Math.min(up + 1, left + 1, corner + (letter === b[index - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
