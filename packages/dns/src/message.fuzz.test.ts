import { IpAddress } from '@bosh6/ip';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answer, answers, cutToUdp, readQuestion } from './message.js';

const label = fc.uint8Array({ minLength: 1, maxLength: 63 }).map((bytes) => Buffer.concat([Buffer.from([bytes.length]), bytes]));
const likely = fc
  .record({ id: fc.nat(0xffff), flags: fc.nat(0x07ff), labels: fc.array(label, { maxLength: 6 }), tail: fc.uint8Array({ maxLength: 8 }) })
  .map(({ id, flags, labels, tail }) => {
    const header = Buffer.alloc(12);
    header.writeUInt16BE(id, 0);
    header.writeUInt16BE(flags, 2);
    header.writeUInt16BE(1, 4);
    return Buffer.concat([header, ...labels, Buffer.from([0]), tail]);
  });
const any = fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes));

it('reads a question out of any bytes, or says that there is none; what it reads can be answered', () => {
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(any, likely), (message) => {
      const question = readQuestion(message);
      if (question === undefined) return;
      read++;
      const reply = answer(question, [IpAddress.parse('10.0.9.165'), IpAddress.parse('2601:646:100:69f1::165')], 30);
      expect(answers(reply, question)).toBe(true);
      expect(cutToUdp(reply, question).length).toBeLessThanOrEqual(question.udpSize);
      expect(reply.readUInt16BE(0)).toBe(message.readUInt16BE(0));
      expect(reply.subarray(12, 12 + question.raw.length).equals(message.subarray(12, 12 + question.raw.length))).toBe(true);
    }),
    { numRuns: 3_000 },
  );
  expect(read).toBeGreaterThan(300);
});
