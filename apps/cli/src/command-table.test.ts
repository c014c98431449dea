import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandTable, loadCommand } from './command-table.js';
import { stockCommand } from './stock-commands.js';
import { version } from './version.js';

const files = readdirSync(new URL('./commands', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.replace(/\.ts$/, '').replaceAll('/', ' '));

describe('the command table', () => {
  it('lists every file of commands/', () => expect(Object.keys(commandTable).sort()).toEqual(files.sort()));

  it.each(Object.keys(commandTable))('%s parses with oclif and describes itself', async (id) => {
    const Command = await loadCommand(id);
    expect(Command.description).toMatch(/\w/);
    for (const arg of Object.values(Command.args ?? {})) expect(arg).toMatchObject({ ignoreStdin: true });
  });

  it('has no command that is also said to be missing', () => {
    const names = Object.entries(commandTable).flatMap(([id, { aliases = [] }]) => [id, ...aliases]);
    expect(names.filter((name) => stockCommand(name) !== undefined)).toEqual([]);
  });

  it('has no alias twice', () => {
    const names = Object.entries(commandTable).flatMap(([id, { aliases = [] }]) => [id, ...aliases]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('knows its version', () => {
    const { version: packaged } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(version).toBe(packaged);
  });
});
