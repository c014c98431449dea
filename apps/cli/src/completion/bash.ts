import { type CommandWord, type FlagWord, quoted, spellings } from './words.js';

/** A bash script; where it has nothing to say, bash completes files. */
export function bashScript(commands: readonly CommandWord[], globals: readonly FlagWord[]): string {
  const long = (flags: readonly FlagWord[]): string => flags.map(({ name }) => `--${name}`).join(' ');
  const branches = commands.map(
    ({ names, below, flags }) => `      ${names.join('|')}) words=${quoted([...below, long(flags)].join(' '))} ;;`,
  );
  return `_bosh6() {
  local cur=\${COMP_WORDS[COMP_CWORD]} command= words= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      ${globals
        .filter(({ takesValue }) => takesValue)
        .flatMap(spellings)
        .join('|')}) ((i++)) ;;
      -*) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  if [[ -z $command ]]; then
    words=${quoted(commands.flatMap(({ names }) => names).join(' '))}
  else
    case $command in
${branches.join('\n')}
    esac
  fi
  if [[ $cur == -* ]]; then words+=${quoted(` ${long(globals)}`)}; fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _bosh6 bosh6
`;
}
