import { describe, expect, it } from 'vitest';
import { screen } from '../testing/screen.js';
import { LiveOutput, liveOutputOf } from './live-output.js';

const rowsOf = (...texts: string[]) => texts.map((text) => ({ text, cells: text.length }));

function live(columns = 20) {
  const seen = screen(columns, 8);
  let rows: string[] = ['one', 'two'];
  const output = new LiveOutput(seen);
  return {
    output,
    seen,
    show: (...texts: string[]) => {
      rows = texts;
    },
    start: () => output.start((open) => rowsOf(...(open === '' ? [] : [open]), ...rows)),
  };
}

describe('a live terminal', () => {
  it('is a plain one until it has a region, and after it', () => {
    const { output, seen, start } = live();
    output.write('a');
    output.write('b\nc');
    start();
    output.draw();
    expect(seen.lines()).toEqual(['ab', 'c', 'one', 'two']);
    output.write('d\n');
    output.stop();
    output.stop();
    output.write('e\n');
    expect(seen.lines()).toEqual(['ab', 'cd', 'e']);
    expect(seen.cursorShown).toBe(true);
  });

  it('writes whole lines above its rows, which stay the last', async () => {
    const { output, seen, start, show } = live();
    start();
    output.draw();
    expect(seen.cursorShown).toBe(false);
    output.write('\nfirst');
    await Promise.resolve();
    expect(seen.lines()).toEqual(['', 'first', 'one', 'two']);
    show('three');
    output.write(' (done)\nsecond');
    await Promise.resolve();
    expect(seen.lines()).toEqual(['', 'first (done)', 'second', 'three']);
    output.stop();
    expect(seen.lines()).toEqual(['', 'first (done)', 'second']);
  });

  it('says in the end what a plain terminal says, whatever the pieces, also once it scrolls', () => {
    const text = Array.from({ length: 30 }, (_, index) => `\nline ${index}`).join('');
    for (const size of [1, 2, 7, 11, text.length]) {
      const { output, seen, start } = live();
      start();
      for (let at = 0; at < text.length; at += size) {
        output.write(text.slice(at, at + size));
        if (at % 3 === 0) output.draw();
      }
      output.stop();
      expect(seen.lines().join('\n')).toBe(text);
    }
  });

  it('leaves nothing of its rows where the terminal was made narrower', () => {
    const { output, seen, start, show } = live(20);
    show('0123456789ABCDEF');
    start();
    output.write('text\n');
    output.draw();
    seen.resize(6);
    show('short');
    output.draw();
    expect(seen.lines()).toEqual(['text', 'short']);
  });

  it('makes way for another stream of the terminal', () => {
    const { output, seen, start } = live();
    start();
    output.draw();
    output.aside(() => seen.write('a note\n'));
    output.draw();
    expect(seen.lines()).toEqual(['a note', 'one', 'two']);
  });
});

describe('whether there is one', () => {
  const terminal = { write: () => undefined, isTTY: true };
  const is = (stdout: Parameters<typeof liveOutputOf>[0], flags: Parameters<typeof liveOutputOf>[1], environment: Record<string, string>) =>
    liveOutputOf(stdout, flags, { TERM: 'xterm', ...environment }) !== undefined;
  it('is on a terminal that eyes alone read', () => {
    expect(is(terminal, {}, {})).toBe(true);
    expect(is({ write: () => undefined }, {}, {})).toBe(false);
    expect(is(terminal, { json: 'v1' }, {})).toBe(false);
    expect(is(terminal, { 'no-color': true }, {})).toBe(false);
    for (const environment of [{ TERM: 'dumb' }, { TERM: '' }, { CI: 'true' }, { BOSH_NON_INTERACTIVE: 'true' }])
      expect(is(terminal, {}, environment)).toBe(false);
  });
});
