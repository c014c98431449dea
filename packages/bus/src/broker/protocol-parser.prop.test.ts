import { CodedError } from '@bosh6/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from './operation.js';
import { ProtocolParser } from './protocol-parser.js';

const token = fc.stringMatching(/^[a-z0-9_-]{1,8}$/);
const subject = fc.array(token, { minLength: 1, maxLength: 4 }).map((tokens) => tokens.join('.'));
const body = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));

interface Said {
  readonly wire: Buffer;
  readonly means: Operation;
}

const said: fc.Arbitrary<Said> = fc.oneof(
  fc.constantFrom('ping', 'pong').map((kind) => ({ wire: Buffer.from(`${kind}\r\n`), means: { kind } as Operation })),
  fc.tuple(subject, fc.option(token, { nil: undefined }), token).map(([to, queue, sid]) => ({
    wire: Buffer.from(`SUB ${to} ${queue === undefined ? '' : `${queue} `}${sid}\r\n`),
    means: { kind: 'sub', subject: to, queue, sid } as Operation,
  })),
  fc.tuple(token, fc.option(fc.nat(1000), { nil: undefined })).map(([sid, max]) => ({
    wire: Buffer.from(`UNSUB ${sid}${max === undefined ? '' : `  ${max}`}\r\n`),
    means: { kind: 'unsub', sid, max } as Operation,
  })),
  fc.tuple(subject, fc.option(subject, { nil: undefined }), body).map(([to, reply, bytes]) => ({
    wire: Buffer.concat([
      Buffer.from(`PUB ${to}${reply === undefined ? '' : `\t${reply}`} ${bytes.length}\r\n`),
      bytes,
      Buffer.from('\r\n'),
    ]),
    means: { kind: 'pub', subject: to, reply, headers: undefined, body: bytes } as Operation,
  })),
  fc.tuple(subject, body).map(([to, bytes]) => {
    const headers = Buffer.from('NATS/1.0\r\nA: b\r\n\r\n');
    const line = Buffer.from(`HPUB ${to} ${headers.length} ${headers.length + bytes.length}\r\n`);
    return {
      wire: Buffer.concat([line, headers, bytes, Buffer.from('\r\n')]),
      means: { kind: 'pub', subject: to, reply: undefined, headers, body: bytes } as Operation,
    };
  }),
);

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const sorted = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return sorted.map((end, i) => bytes.subarray(sorted[i - 1] ?? 0, end));
}

function parse(chunks: readonly Buffer[]): Operation[] {
  const operations: Operation[] = [];
  const parser = new ProtocolParser(1024, (operation) => operations.push(operation));
  for (const chunk of chunks) parser.feed(Buffer.from(chunk));
  return operations;
}

describe('the protocol parser', () => {
  it('reads the same operations however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 8 }), fc.array(fc.nat(), { maxLength: 12 }), (all, places) => {
        const wire = Buffer.concat(all.map(({ wire }) => wire));
        expect(parse(cut(wire, places))).toEqual(all.map(({ means }) => means));
      }),
    );
  });

  it('reads a stream that comes byte by byte', () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 3 }), (all) => {
        const wire = Buffer.concat(all.map(({ wire }) => wire));
        expect(parse([...wire].map((byte) => Buffer.of(byte)))).toEqual(all.map(({ means }) => means));
      }),
      { numRuns: 30 },
    );
  });

  it('answers noise with a protocol violation or waits, and never fails otherwise', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string().map((text) => Buffer.from(`PUB ${text}\r\n`)),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 5 }), (chunks) => {
        try {
          parse(chunks.map((chunk) => Buffer.from(chunk)));
        } catch (error) {
          expect(CodedError.is(error, 'BusProtocolViolation')).toBe(true);
        }
      }),
    );
  });

  it.each([
    ['HELLO\r\n', 'Unknown Protocol Operation'],
    ['PUB a 2000\r\n', 'Maximum Payload Violation'],
    ['PUB a -1\r\n', 'Parser Error'],
    ['PUB a 1e2\r\n', 'Parser Error'],
    ['PUB a 2\r\nabc\r\n', 'Parser Error'],
    ['HPUB a 9 4\r\nabcd\r\n', 'Parser Error'],
    ['SUB a\r\n', 'Parser Error'],
    ['SUB a b c d\r\n', 'Parser Error'],
    ['UNSUB\r\n', 'Parser Error'],
    ['CONNECT {\r\n', 'Parser Error'],
    ['CONNECT {"echo":"no"}\r\n', 'Parser Error'],
    ['P'.repeat(5000), 'maximum control line exceeded'],
  ])("refuses '%s'", (wire, message) => {
    expect(() => parse([Buffer.from(wire)])).toThrowError(expect.objectContaining({ code: 'BusProtocolViolation', message }));
  });
});
