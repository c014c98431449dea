/** `a.b.c` without empty tokens, blanks or wildcards. */
export function isLiteralSubject(subject: string): boolean {
  return isSubject(subject) && !subject.split('.').some((token) => token === '*' || token === '>');
}

/** As above, and `*` as a token, `>` as the last one. */
export function isSubject(subject: string): boolean {
  if (subject === '' || /\s/.test(subject)) return false;
  const tokens = subject.split('.');
  return tokens.every((token, i) => token !== '' && (token !== '>' || i === tokens.length - 1));
}

/** Whether every subject that `inner` matches is matched by `outer`; both may have wildcards. */
export function covers(outer: string, inner: string): boolean {
  const outerTokens = outer.split('.');
  const innerTokens = inner.split('.');
  for (const [i, token] of outerTokens.entries()) {
    const other = innerTokens[i];
    if (other === undefined) return false;
    if (token === '>') return true;
    if (other === '>' || (token !== '*' && token !== other)) return false;
  }
  return outerTokens.length === innerTokens.length;
}
