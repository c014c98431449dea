import { describe, expect, it } from 'vitest';
import { answer, readQuestion } from './dns-message.js';

/** A query as `dig` sends it. */
function query(name: string, type: number): Buffer {
  const labels = name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
  return Buffer.concat([Buffer.from('1234010000010000000000 00'.replaceAll(' ', ''), 'hex'), ...labels, Buffer.from([0, 0, type, 0, 1])]);
}

const names = new Map([['nginx-ipv6.nono.io', ['2601:646:100:69f1::165']]]);
const ask = (name: string, type: number): Buffer => {
  const question = readQuestion(query(name, type));
  if (question === undefined) throw new Error('no question');
  return answer(question, names);
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

  it('are not given to what is no query', () => {
    const whole = query('a.b', 1);
    for (let length = 0; length < whole.length; length += 1) expect(readQuestion(whole.subarray(0, length))).toBeUndefined();
    expect(readQuestion(Buffer.alloc(40, 0xff))).toBeUndefined();
  });
});
