import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindNames } from '@bosh6/formats/schema';
import { describe, expect, it } from 'vitest';
import { run } from '../main.js';
import { capturedIo } from '../testing/captured-io.js';
import { temporaryDirectory } from '../testing/temporary-directory.js';

const directory = temporaryDirectory();
const guide = readFileSync(new URL('../../../../docs/guides/editors.md', import.meta.url), 'utf8');
const blocks = [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].map(([, language = '', text = '']) => ({ language, text }));
const [settings, tasks] = blocks.filter(({ language }) => language === 'json').map(({ text }) => JSON.parse(text));

async function lintOutput(): Promise<{ path: string; lines: string[] }> {
  const path = join(directory, 'vars.yml');
  writeFileSync(path, 'a: 2018-01-27\nb: 0777\n');
  const io = capturedIo();
  await run(['lint', path], io);
  return { path, lines: io.out().split('\n') };
}

describe('docs/guides/editors.md', () => {
  it('gives VS Code each schema that there is', () => {
    expect(Object.keys(settings['yaml.schemas']).sort()).toEqual(kindNames.map((kind) => `.schemas/${kind}.json`).sort());
  });

  it('gives VS Code a pattern that reads what lint prints', async () => {
    const { pattern } = tasks.tasks[0].problemMatcher;
    const { path, lines } = await lintOutput();
    const found = lines.map((line) => new RegExp(pattern.regexp).exec(line)).filter((match) => match !== null);
    expect(
      found.map((match) => [match[pattern.file], match[pattern.line], match[pattern.column], match[pattern.severity], match[pattern.code]]),
    ).toEqual([
      [path, '1', '4', 'error', 'DateScalar'],
      [path, '2', '4', 'warning', 'AmbiguousScalar'],
    ]);
  });

  it.skipIf(!existsSync('/usr/bin/vim'))('gives Vim an error format that reads what lint prints', async () => {
    const { path, lines } = await lintOutput();
    const errorformat = /^set errorformat=.*$/m.exec(guide)?.[0] ?? '';
    const script = join(directory, 'quickfix.vim');
    const [errors, result] = [join(directory, 'errors'), join(directory, 'result')];
    writeFileSync(errors, lines.join('\n'));
    const listed = `map(getqflist(), {_, e -> join([bufname(e.bufnr), e.lnum, e.col, e.type], ' ')})`;
    writeFileSync(script, `set nocompatible\n${errorformat}\ncgetfile ${errors}\ncall writefile(${listed}, '${result}')\nqall!\n`);
    execFileSync('vim', ['-Es', '-u', script], { stdio: 'ignore' });
    expect(readFileSync(result, 'utf8')).toBe(`${path} 1 4 e\n${path} 2 4 w\n`);
  });
});
