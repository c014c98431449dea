import { type CommandWord, type FlagWord, quoted } from './words.js';

/** A fish script, for `~/.config/fish/completions/bosh6.fish`. */
export function fishScript(commands: readonly CommandWord[], globals: readonly FlagWord[]): string {
  const flag = ({ name, char, takesValue, text }: FlagWord): string =>
    `-l ${name}${char === undefined ? '' : ` -s ${char}`}${takesValue ? ' -r' : ''} -d ${quoted(text)}`;
  const lines = globals.map((one) => `complete -c bosh6 ${flag(one)}`);
  for (const { names, text, below, flags } of commands) {
    for (const name of names) lines.push(`complete -c bosh6 -n __fish_use_subcommand -f -a ${name} -d ${quoted(text)}`);
    const seen = `-n ${quoted(`__fish_seen_subcommand_from ${names.join(' ')}`)}`;
    for (const word of below) lines.push(`complete -c bosh6 ${seen} -f -a ${word}`);
    for (const one of flags) lines.push(`complete -c bosh6 ${seen} ${flag(one)}`);
  }
  return `${lines.join('\n')}\n`;
}
