const classes: Readonly<Record<string, string>> = {
  alnum: 'a-zA-Z0-9',
  alpha: 'a-zA-Z',
  digit: '0-9',
  space: '\\s',
  upper: 'A-Z',
  lower: 'a-z',
  xdigit: '0-9a-fA-F',
  blank: ' \\t',
};

/** A POSIX extended regular expression as one of this language, where classes have other names. Throws SyntaxError. */
export function patternOf(text: string): RegExp {
  return new RegExp(text.replaceAll(/\[:(\w+):\]/g, (whole, name: string) => classes[name] ?? whole));
}
