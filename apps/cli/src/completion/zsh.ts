import { type CommandWord, type FlagWord, quoted, spellings } from './words.js';

/** A zsh script, to be sourced or put on `fpath` as `_bosh6`. */
export function zshScript(commands: readonly CommandWord[], globals: readonly FlagWord[]): string {
  const described = (word: string, text: string): string => quoted(`${word.replaceAll(':', '\\:')}:${text}`);
  const flagsOf = (flags: readonly FlagWord[]): string => flags.map((flag) => described(`--${flag.name}`, flag.text)).join(' ');
  const branches = commands.map(
    ({ names, below, flags }) => `    (${names.join('|')}) found=(${flagsOf(flags)}); below=(${below.map(quoted).join(' ')}) ;;`,
  );
  return `#compdef bosh6
_bosh6() {
  local command= i
  local -a found below
  for ((i = 2; i < CURRENT; i++)); do
    case $words[i] in
      (${globals
        .filter(({ takesValue }) => takesValue)
        .flatMap(spellings)
        .join('|')}) ((i++)) ;;
      (-*) ;;
      (*) command=$words[i]; break ;;
    esac
  done
  case $command in
    ('') below=(${commands.flatMap(({ names, text }) => names.map((name) => described(name, text))).join(' ')}) ;;
${branches.join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then
    found+=(${flagsOf(globals)})
    _describe flag found
  elif (( $#below )); then
    _describe command below
  else
    _files
  fi
}
compdef _bosh6 bosh6
`;
}
