/** A word of a monit file; `quoted` ones are never keywords. */
export interface Token {
  text: string;
  quoted: boolean;
  line: number;
}

/** Words that monit lets people write for the sound of it. */
const noise = new Set([
  'is',
  'as',
  'are',
  'on',
  'only',
  'with',
  'within',
  'and',
  'has',
  'using',
  'use',
  'the',
  'than',
  'of',
  'does',
  'sum',
  'program',
  'programs',
  '=',
  '==',
  ',',
]);

/** The words of a monit file without comments and noise. Keywords keep their case; compare in lower case. A path goes to the next blank; elsewhere operators, `%` and brackets are words of their own. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  const pattern =
    /#[^\n]*|"((?:\\.|[^"\\])*)"|'([^']*)'|\/[^\s"'#,{}]*|[<>!=]=?|[,%(){}]|[^\s"'#=,%(){}<>!][^\s"'#=,%(){}<>!/]*(?:\/[^\s"'#,{}]*)?|\n/gsu;
  let line = 1;
  for (const match of text.matchAll(pattern)) {
    const word = match[0];
    const quoted = match[1] ?? match[2];
    if (quoted !== undefined) found.push({ text: quoted.replaceAll('\\"', '"'), quoted: true, line });
    else if (word !== '\n' && !word.startsWith('#') && !noise.has(word.toLowerCase())) found.push({ text: word, quoted: false, line });
    line += word.split('\n').length - 1;
  }
  return found;
}

/** Splits a program's command line as monit does: at blanks, quotes keep together. No shell takes part. */
export function argv(commandLine: string): string[] {
  const words: string[] = [];
  for (const match of commandLine.matchAll(/(?:"([^"]*)"|'([^']*)'|[^\s"']+)/gu)) words.push(match[1] ?? match[2] ?? match[0]);
  return words;
}
