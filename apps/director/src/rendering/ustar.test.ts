import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { tarInMemory } from './ustar.js';

test('the system tar reads it, long paths included', async () => {
  const long = `${'directory/'.repeat(14)}file`;
  const archive = await tarInMemory([
    { path: 'nginx/monit', content: Buffer.from('check') },
    { path: long, content: new Uint8Array(1000) },
    { path: 'empty', content: new Uint8Array() },
  ]);
  const listed = execFileSync('tar', ['-tzvf', '-'], { input: archive, encoding: 'utf8' }).trim().split('\n');
  expect(listed.map((line) => line.split(/\s+/).at(-1))).toEqual(['nginx/monit', long, 'empty']);
  expect(listed[0]).toMatch(/^-rw-r--r--/);
  expect(execFileSync('tar', ['-xzOf', '-', 'nginx/monit'], { input: archive, encoding: 'utf8' })).toBe('check');
});

test('its bytes depend on the files only; a path beyond 255 bytes is refused', async () => {
  const files = [{ path: 'a', content: Buffer.from('b') }];
  expect(await tarInMemory(files)).toEqual(await tarInMemory(files));
  await expect(tarInMemory([{ path: 'x'.repeat(300), content: Buffer.from('') }])).rejects.toMatchObject({ code: 'TemplatePathTooLong' });
});

test('it keeps no more memory than it has bytes', async () => {
  const archive = await tarInMemory([{ path: 'a', content: Buffer.from('b') }]);
  expect(archive.buffer.byteLength).toBe(archive.length);
});
