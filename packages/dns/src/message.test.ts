import { IpAddress } from '@bosh6/ip';
import { describe, expect, it } from 'vitest';
import { answer, answers, cutToUdp, failure, readQuestion } from './message.js';

/** A query as `dig` sends it. */
function query(name: string, type: number, tail = ''): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([
    Buffer.from('1234010000010000000000 00'.replaceAll(' ', ''), 'hex'),
    ...labels,
    Buffer.from([0, 0, type, 0, 1]),
    Buffer.from(tail, 'hex'),
  ]);
}

const names = new Map([['nginx-ipv6.nono.io', [IpAddress.parse('2601:646:100:69f1::165')]]]);
const ask = (name: string, type: number): Buffer => {
  const question = readQuestion(query(name, type));
  if (question === undefined) throw new Error('no question');
  return answer(question, names.get(question.name), 30);
};

describe('DNS answers', () => {
  it('hold the addresses of the type asked for, whatever the case of the name', () => {
    const reply = ask('NGINX-ipv6.nono.io', 28);
    expect(reply.readUInt16BE(0)).toBe(0x1234);
    expect(reply.readUInt16BE(2) & 0x000f).toBe(0);
    expect(reply.readUInt16BE(6)).toBe(1);
    expect(reply.subarray(-16).toString('hex')).toBe('2601064601 0069f10000000000000165'.replace(' ', ''));
  });

  it('are empty for another type, and NXDOMAIN for an unknown name', () => {
    expect(ask('nginx-ipv6.nono.io', 1).readUInt16BE(6)).toBe(0);
    expect(ask('nginx-ipv6.nono.io', 1).readUInt16BE(2) & 0x000f).toBe(0);
    expect(ask('unknown.example', 1).readUInt16BE(2) & 0x000f).toBe(3);
  });

  it('name as many addresses as a message takes', () => {
    const question = readQuestion(query('many.example', 28));
    const addresses = Array.from({ length: 3000 }, (_, at) => IpAddress.parse(`2001:db8::${at.toString(16)}`));
    const reply = question && answer(question, addresses, 0);
    const records = Math.floor((65_535 - 12 - (question?.raw.length ?? 0)) / 28);
    expect(reply?.readUInt16BE(6)).toBe(records);
    expect(reply).toHaveLength(12 + (question?.raw.length ?? 0) + records * 28);
  });

  it('are not given to what is no query', () => {
    const whole = query('a.b', 1);
    for (let length = 0; length < whole.length; length += 1) expect(readQuestion(whole.subarray(0, length))).toBeUndefined();
    expect(readQuestion(Buffer.alloc(40, 0xff))).toBeUndefined();
  });

  it('are cut down to what the asker takes over UDP, and then say so', () => {
    const many = Array.from({ length: 40 }, (_, at) => IpAddress.parse(`10.0.0.${at}`));
    const cut = (tail: string): Buffer => {
      const question = readQuestion(query('many', 1, tail));
      if (question === undefined) throw new Error('no question');
      return cutToUdp(answer(question, many, 0), question);
    };
    const plain = cut('');
    expect([plain.length, plain.readUInt16BE(2) & 0x0200, plain.readUInt16BE(6)]).toEqual([query('many', 1).length, 0x0200, 0]);
    // the OPT record of an asker that takes 4096 bytes, and of one that says less than everyone must take
    expect(cut('00002910000000000000').readUInt16BE(6)).toBe(40);
    expect(cut('00002900200000000000').readUInt16BE(6)).toBe(0);
  });

  it('are known again by id and question, whatever the case of the name', () => {
    const question = readQuestion(query('Web.bosh', 1));
    const other = readQuestion(query('wet.bosh', 1));
    if (question === undefined || other === undefined) throw new Error('no question');
    expect(answers(failure({ ...question, raw: Buffer.from(question.raw.toString('latin1').toLowerCase(), 'latin1') }), question)).toBe(
      true,
    );
    expect(answers(failure(other), question)).toBe(false);
    expect(answers(failure({ ...question, id: 1 }), question)).toBe(false);
    expect(answers(query('Web.bosh', 1), question)).toBe(false);
    expect(answers(Buffer.alloc(3), question)).toBe(false);
  });
});
