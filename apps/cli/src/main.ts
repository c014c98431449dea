import { arrangeArguments, fillOptionalValues } from './arguments/arrange-arguments.js';
import type { BoshCommand, Io } from './command/bosh-command.js';
import { checkEnvironment } from './command/check-environment.js';
import { globalOptionalValues } from './command/global-flags.js';
import { commandTable, findCommand, loadCommand } from './command-table.js';
import { fail } from './errors.js';
import { exitCodeOf } from './exit-code.js';
import { reportError } from './output/error-report.js';
import { Ui } from './output/ui.js';
import { stockCommand } from './stock-commands.js';
import { version } from './version.js';

/** What oclif's commands read of its config; loading the real one costs more than most of our commands. */
const lightConfig = {
  bin: 'bosh6',
  version,
  userAgent: `bosh6/${version}`,
  pjson: { oclif: {} },
  runHook: async () => ({ successes: [], failures: [] }),
  scopedEnvVarKeys: () => [],
};

/** Runs one command line (without node and script). Resolves to the exit code: 0, one of `exitCodes`, or what `lab exec` passes on. */
export async function run(argv: readonly string[], io: Io = process): Promise<number> {
  const plain = new Ui(io);
  let command: BoshCommand | undefined;
  try {
    checkEnvironment(process.env);
    const arranged = arrangeArguments(argv);
    if (arranged.command === undefined) return await withoutCommand(argv, plain);
    if (arranged.command === 'help') return await help(plain, arranged.rest);
    const found = findCommand(arranged.command, arranged.leading, arranged.rest);
    if (found === undefined && asksForHelp(arranged.rest)) return await help(plain, [arranged.command]);
    if (found === undefined) throw unknownCommand(arranged.command, arranged.rest);
    if (asksForHelp(found.rest)) return await help(plain, [found.id]);
    const Command = await loadCommand(found.id);
    Command.id = found.id;
    command = new Command(fillOptionalValues(found.rest, [...globalOptionalValues, ...Command.optionalValues]), lightConfig as never);
    command.io = io;
    const code = await command.execute();
    // A command of the lab's ends as that command ended, and says nothing more.
    if (typeof code === 'number') return code;
    command.ui?.checkColumns();
    command.ui?.line('Succeeded');
    command.ui?.end();
    return 0;
  } catch (error) {
    const ui = command?.ui ?? plain;
    ui.object(undefined);
    const exitCode = exitCodeOf(error);
    reportError(ui, error, exitCode);
    ui.end();
    return exitCode;
  }
}

const asksForHelp = (rest: readonly string[]): boolean => {
  const end = rest.indexOf('--');
  return (end === -1 ? rest : rest.slice(0, end)).some((token) => token === '-h' || token === '--help');
};

async function help(ui: Ui, words: readonly string[]): Promise<number> {
  const { commandHelp, commandList, topicHelp } = await import('./command/help.js');
  ui.block(words.length === 0 ? commandList() : await helpOf(words));

  async function helpOf([first = '', ...more]: readonly string[]): Promise<string> {
    const found = findCommand(first, [], more)?.id;
    if (found !== undefined) return commandHelp(found);
    const topic = more.length === 0 ? topicHelp(first) : undefined;
    if (topic === undefined) throw unknownCommand([first, ...more].join(' '));
    return topic;
  }
  ui.line('Succeeded');
  return 0;
}

async function withoutCommand(argv: readonly string[], ui: Ui): Promise<number> {
  if (argv.includes('--version') || argv.includes('-v')) {
    ui.block(`version ${version}\n`);
    ui.line('Succeeded');
    return 0;
  }
  if (asksForHelp(argv)) return help(ui, []);
  const { commandList } = await import('./command/help.js');
  ui.block(commandList());
  throw fail('UnknownCommand', 'no command was given');
}

function unknownCommand(command: string, rest: readonly string[] = []): Error {
  const stock = stockCommand(command);
  if (stock !== undefined) {
    const { name, instead } = stock;
    return fail('CommandNotYet', `'${name}' is not in bosh6 yet`, instead === undefined ? {} : { hint: instead });
  }
  const below = Object.keys(commandTable).filter((id) => id.startsWith(`${command} `));
  if (below.length > 0) {
    const word = rest.find((token) => !token.startsWith('-'));
    const what = word === undefined ? `'${command}' is several commands` : `'${command}' has no command '${word}'`;
    return fail('UnknownCommand', what, { hint: `choose of ${below.map((id) => `\`${id}\``).join(', ')}` });
  }
  const near = Object.keys(commandTable).filter((id) => id.startsWith(command.slice(0, 3)));
  const hint = near.length === 0 ? undefined : `did you mean ${near.map((id) => `\`${id}\``).join(' or ')}? \`bosh6 help\` lists all`;
  return fail('UnknownCommand', `Unknown command '${command}'`, hint === undefined ? {} : { hint });
}
