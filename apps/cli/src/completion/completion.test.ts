import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { commandTable } from '../command-table.js';
import { bashScript } from './bash.js';
import { fishScript } from './fish.js';
import { commandWords, globalFlagWords } from './words.js';
import { zshScript } from './zsh.js';

const commands = await commandWords();
const globals = globalFlagWords();

/** What bash offers at the end of a line. */
function offered(...words: string[]): string[] {
  const line = `${bashScript(commands, globals)}\nCOMP_WORDS=("$@") COMP_CWORD=$(($# - 1))\n_bosh6\nprintf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', line, 'bash', 'bosh6', ...words], { encoding: 'utf8' })
    .trim()
    .split('\n');
}

describe('completion', () => {
  it('knows every command, alias and topic', () => {
    const names = Object.entries(commandTable).flatMap(([id, { aliases = [] }]) => [id.split(' ')[0] ?? '', ...aliases]);
    expect(offered('').sort()).toEqual([...new Set(names)].sort());
    expect(offered('create-r')).toEqual(['create-recovery-plan', 'create-release']);
    expect(offered('lab', '')).toEqual(['exec', 'shell', 'status']);
  });

  it("offers a command's flags and the global ones, behind flags with values too", () => {
    expect(offered('-e', 'deploy', 'cr', '--ti')).toEqual(['--timestamp-version']);
    expect(offered('-e', 'x', '--tty', 'create-release', '--non')).toEqual(['--non-interactive']);
    expect(offered('vms', '--ti')).toEqual(['']);
  });

  it('is a script for each shell, with what stands in single quotes', () => {
    const odd = [{ names: ['x'], text: "it's: a", below: [], flags: [] }];
    expect(zshScript(odd, globals)).toContain("'x:it'\\''s: a'");
    expect(fishScript(odd, globals)).toContain("-a x -d 'it'\\''s: a'");
    execFileSync('bash', ['-n', '-c', bashScript(commands, globals)]);
  });
});
