import type { OptionalValue } from '../arguments/arrange-arguments.js';
import { commandTable, loadCommand } from '../command-table.js';
import { type Flag, flagText } from './flag-text.js';
import { globalFlags, globalOptionalValues } from './global-flags.js';

/** The list of commands. */
export function commandList(): string {
  const entries = Object.entries(commandTable).map(([id, { summary, aliases = [] }]) => ({
    id,
    text: aliases.length === 0 ? summary : `${summary} (aliases: ${aliases.join(', ')})`,
  }));
  return [
    'Usage:',
    '  bosh6 [global flags] COMMAND [arguments and flags]',
    '',
    'Commands:',
    ...columns(entries.map(({ id, text }) => [id, text])),
    '',
    'Global flags, in front of the command or behind it:',
    ...columns(flagRows(globalFlags as Record<string, Flag>, globalOptionalValues)),
    '',
  ].join('\n');
}

/** The commands below a first word, such as `lab`; undefined when it has none. */
export function topicHelp(word: string): string | undefined {
  const below = Object.entries(commandTable).filter(([id]) => id.startsWith(`${word} `));
  if (below.length === 0) return undefined;
  const rows = below.map(([id, { summary }]): [string, string] => [id, summary]);
  return ['Usage:', `  bosh6 [global flags] ${word} COMMAND [arguments and flags]`, '', 'Commands:', ...columns(rows), ''].join('\n');
}

/** One command's help. */
export async function commandHelp(id: string): Promise<string> {
  const Command = await loadCommand(id);
  const args = Object.entries(Command.args ?? {}) as [string, { required?: boolean; description?: string }][];
  const usage = args.map(([name, { required }]) => (required === true ? name.toUpperCase() : `[${name.toUpperCase()}]`));
  const { summary = '', aliases = [] } = commandTable[id] ?? {};
  const lines = [
    'Usage:',
    `  bosh6 [global flags] ${[id, ...usage].join(' ')} [flags]${Command.trailing === undefined ? '' : ` ${Command.trailing}`}`,
    '',
    Command.description ?? summary,
  ];
  if (aliases.length > 0) lines.push('', `Aliases: ${aliases.join(', ')}`);
  if (args.length > 0)
    lines.push('', 'Arguments:', ...columns(args.map(([name, { description = '' }]) => [name.toUpperCase(), description])));
  const flags = flagRows((Command.flags ?? {}) as Record<string, Flag>, Command.optionalValues);
  if (flags.length > 0) lines.push('', 'Flags:', ...columns(flags));
  const examples = (Command.examples ?? []) as readonly string[];
  if (examples.length > 0) lines.push('', 'Examples:', ...examples.map((example) => `  ${example}`));
  lines.push('', 'Global flags:', ...columns(flagRows(globalFlags as Record<string, Flag>, globalOptionalValues)), '');
  return lines.join('\n');
}

function flagRows(flags: Record<string, Flag>, optional: readonly OptionalValue[]): [string, string][] {
  return Object.entries(flags)
    .filter(([, { hidden }]) => hidden !== true)
    .map(([name, flag]) => {
      const { spelled, says } = flagText(name, flag, optional);
      return [`${flag.char === undefined ? '    ' : ''}${spelled}`, flag.env === undefined ? says : `${says} [$${flag.env}]`];
    });
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`.trimEnd());
}
