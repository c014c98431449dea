import { spawn } from '@lydell/node-pty';

export interface Answer {
  /** What the program prints when it asks. */
  prompt: string;
  /** What a person types; not echoed into records. Enter follows. */
  reply: string;
}

/** A key that a person presses when something shows up. */
export interface Press {
  prompt: string;
  key: typeof ctrlC;
}
export const ctrlC = '\u0003';

export interface Typed {
  command: string;
  output: string;
  exitCode: number;
  seconds: number;
}

export interface Terminal {
  /** Types a line at the prompt, answers what is asked, and returns when the prompt is back. */
  type(command: string, answers?: readonly (Answer | Press)[]): Promise<Typed>;
  close(): Promise<void>;
}

// shell integration marks of OSC 133: the prompt tells where a command ended and how
const [esc, bell] = [String.fromCharCode(27), String.fromCharCode(7)];
const mark = new RegExp(`${esc}\\]133;D;(\\d+)${bell}`);
// what follows the prompt is the terminal library's affair: some clear the rest of the line
const promptEnd = `${esc}]133;B${bell}`;
const marks = new RegExp(`${esc}\\]133;(?:D;\\d+|B)${bell}`, 'g');
const promptText = 'workstation$ ';
/** No command of a walkthrough takes this long. */
const patienceMs = 600_000;

/**
 * Opens a pseudo-terminal with a person's shell in it.
 * @param argv the program that ends up in an interactive bash
 * @param show gets what a person would see, as it comes
 */
export async function openTerminal(
  argv: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; show: (text: string) => void },
): Promise<Terminal> {
  const [file = '', ...args] = argv;
  const pty = spawn(file, args, { name: 'xterm-256color', cols: 140, rows: 40, cwd: options.cwd, env: options.env });
  let buffer = '';
  let shown = false;
  let wake = (): void => {};
  let ended: number | undefined;
  pty.onData((data) => {
    buffer += data;
    if (shown) options.show(data.replace(marks, ''));
    wake();
  });
  const exit = new Promise<void>((resolve) => {
    pty.onExit(({ exitCode }) => {
      ended = exitCode;
      wake();
      resolve();
    });
  });
  const until = async <T>(look: () => T | undefined): Promise<T> => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      wake();
    }, patienceMs);
    try {
      for (;;) {
        const seen = look();
        if (seen !== undefined) return seen;
        if (ended !== undefined) throw new TerminalClosed(`closed with status ${ended}`, buffer);
        if (late) throw new TerminalClosed(`showed no prompt for ${patienceMs / 60_000} minutes`, buffer);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      clearTimeout(timer);
    }
  };

  pty.write(`unset PROMPT_COMMAND; bind 'set enable-bracketed-paste off'; PS1='\\[\\e]133;D;$?\\a\\]${promptText}\\[\\e]133;B\\a\\]'\r`);
  await until(() => (mark.test(buffer) && buffer.includes(promptEnd) ? true : undefined));
  shown = true;
  options.show(promptText);

  return {
    async type(command, answers = []) {
      const started = performance.now();
      buffer = '';
      pty.write(`${command}\r`);
      let from = 0;
      let next = 0;
      const exitCode = await until(() => {
        const answer = answers[next];
        const at = answer === undefined ? -1 : buffer.indexOf(answer.prompt, from);
        if (answer !== undefined && at >= 0) {
          from = at + answer.prompt.length;
          next += 1;
          pty.write('key' in answer ? answer.key : `${answer.reply}\r`);
        }
        const done = mark.exec(buffer);
        return done !== null && buffer.includes(promptEnd, done.index) ? Number(done[1]) : undefined;
      });
      const output = settled(buffer.slice(buffer.indexOf('\n') + 1, mark.exec(buffer)?.index));
      return { command, output, exitCode, seconds: (performance.now() - started) / 1000 };
    },
    async close() {
      if (ended === undefined) pty.write('exit\r');
      await exit;
    },
  };
}

const region = new RegExp(`${esc}\\[\\?25l[^]*?${esc}\\[\\?25h`, 'g');
const takenBack = new RegExp(`[^\\n]*\\r${esc}\\[K`, 'g');
const frame = new RegExp(`${esc}\\[\\?2026[hl]`, 'g');

/** What is left in the end of what a terminal was sent: without rows that were drawn below it for a while, and a line that they took over. */
export function settled(sent: string): string {
  return sent.replace(region, '').replace(takenBack, '').replace(frame, '').replaceAll('\r\n', '\n');
}

class TerminalClosed extends Error {
  constructor(what: string, text: string) {
    super(`the terminal ${what}:\n${text}`);
  }
}
