const classes = new Map([
  ['alnum', 'a-zA-Z0-9'],
  ['alpha', 'a-zA-Z'],
  ['blank', ' \\t'],
  ['cntrl', '\\x00-\\x1f\\x7f'],
  ['digit', '0-9'],
  ['graph', '!-~'],
  ['lower', 'a-z'],
  ['print', ' -~'],
  ['punct', '!-\\/:-@\\[-`{-~'],
  ['space', '\\s'],
  ['upper', 'A-Z'],
  ['xdigit', '0-9a-fA-F'],
]);

/** What is escaped, or `[...]`: whether it is negated, a `]` that stands first and so for itself, the rest, the end. */
const part = /\\[\s\S]|\[(\^?)(\]?)((?:\[:[^:\]]*:\]|\\[\s\S]|[^\]\\])*)(\]?)/g;

/** A POSIX extended regular expression as one of this language, where brackets are read in another way. Throws SyntaxError. */
export function patternOf(text: string): RegExp {
  return new RegExp(
    text.replaceAll(part, (whole, not?: string, first = '', rest = '', end = '') => {
      if (not === undefined) return whole;
      if (end === '') throw new SyntaxError(`${whole} has no end`);
      return `[${not}${first === '' ? '' : '\\]'}${rest.replaceAll(/\[:([^:\]]*):\]/g, (_: string, name: string) => classOf(name))}]`;
    }),
  );
}

function classOf(name: string): string {
  const found = classes.get(name);
  if (found === undefined) throw new SyntaxError(`there is no class ${name}`);
  return found;
}
