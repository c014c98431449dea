import { globalFlags } from '../command/global-flags.js';
import { commandTable, loadCommand } from '../command-table.js';

export interface FlagWord {
  readonly name: string;
  readonly char?: string | undefined;
  readonly takesValue: boolean;
  readonly text: string;
}

/** A first word of a command line, and what may follow it. */
export interface CommandWord {
  readonly names: readonly string[];
  readonly text: string;
  /** Second words, of `lab` and `director`. */
  readonly below: readonly string[];
  readonly flags: readonly FlagWord[];
}

/** What commands of two words are about. */
const topicSummaries: Readonly<Record<string, string>> = { lab: 'Work in the lab', director: 'Look after the Director' };

/** Every command as a shell needs it. Loads them all. */
export async function commandWords(): Promise<CommandWord[]> {
  const words: CommandWord[] = [];
  const topics = new Map<string, string[]>();
  for (const [id, { aliases = [], summary }] of Object.entries(commandTable)) {
    const [first = '', second] = id.split(' ');
    if (second !== undefined) topics.set(first, [...(topics.get(first) ?? []), second]);
    else words.push({ names: [id, ...aliases], text: summary, below: [], flags: flagWords((await loadCommand(id)).flags ?? {}) });
  }
  for (const [name, below] of topics) words.push({ names: [name], text: topicSummaries[name] ?? '', below, flags: [] });
  return words.sort((a, b) => ((a.names[0] ?? '') < (b.names[0] ?? '') ? -1 : 1));
}

export const globalFlagWords = (): FlagWord[] => flagWords(globalFlags);

function flagWords(flags: object): FlagWord[] {
  return Object.entries(flags as Record<string, { char?: string; description?: string; type?: string; hidden?: boolean }>)
    .filter(([, { hidden }]) => hidden !== true)
    .map(([name, { char, description = '', type }]) => ({
      name,
      char,
      // `--json` alone is complete.
      takesValue: type === 'option' && name !== 'json',
      text: description,
    }));
}

/** As flags are typed. */
export const spellings = ({ name, char }: FlagWord): string[] => [`--${name}`, ...(char === undefined ? [] : [`-${char}`])];

/** A word that a shell takes as it is. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
