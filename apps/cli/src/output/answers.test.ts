import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { capturedIo } from '../testing/captured-io.js';
import { Answers, type Input } from './answers.js';
import { Ui } from './ui.js';

function answers(stdin: Input): Answers {
  return new Answers(new Ui(capturedIo()), stdin, true);
}
function terminal(typed: string): Input {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  input.write(typed);
  return input as unknown as Input;
}

describe('a question without an answer', () => {
  it('says which one, and for a confirmation how to go without', async () => {
    await expect(answers(capturedIo('').stdin).confirm()).rejects.toMatchObject({
      code: 'InputEnded',
      message: "standard input ended before 'Continue?' was answered",
      hint: expect.stringContaining('-n'),
    });
    await expect(answers(capturedIo('').stdin).ask('Email')).rejects.toMatchObject({ message: expect.stringContaining("'Email'") });
  });

  it.each([
    ['\u0003', 'Interrupted', "stopped by Ctrl-C at 'Password'; nothing was done"],
    ['abc\u0003', 'Interrupted', "stopped by Ctrl-C at 'Password'; nothing was done"],
    ['\u0004', 'InputEnded', "standard input ended before 'Password' was answered"],
  ])('%j at a password is %s', async (typed, code, message) => {
    await expect(answers(terminal(typed)).askSecret('Password')).rejects.toMatchObject({ code, message });
  });

  it('ends at Ctrl-C, which is a signal where the terminal edits the line', async () => {
    const before = process.listenerCount('SIGINT');
    const asked = answers(terminal('')).confirm();
    process.emit('SIGINT', 'SIGINT');
    await expect(asked).rejects.toMatchObject({ code: 'Interrupted', message: "stopped by Ctrl-C at 'Continue?'; nothing was done" });
    expect(process.listenerCount('SIGINT')).toBe(before);
  });

  it('cannot be asked for with --json; -n says yes beforehand', async () => {
    const asked = new Answers(new Ui({ ...capturedIo(), json: 'v2' }), capturedIo().stdin, true).confirm();
    await expect(asked).rejects.toMatchObject({ code: 'CannotAsk', hint: expect.stringContaining('with -n') });
  });

  it.each([
    ['InputEnded', true],
    ['CannotAsk', false],
  ])('%s: a choice that nobody can make says how to make it beforehand', async (code, interactive) => {
    const io = capturedIo('');
    const asked = new Answers(new Ui(io), io.stdin, interactive).choose('VM is missing', ['Skip for now'], 'give --auto');
    await expect(asked).rejects.toMatchObject({ code, hint: 'give --auto' });
  });
});
