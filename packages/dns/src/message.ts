import type { IpAddress } from '@bosh6/ip';

const types = { A: 1, AAAA: 28, OPT: 41, ANY: 255 } as const;
const headerLength = 12;
/** What an asker without EDNS takes over UDP (RFC 1035, 4.2.1). */
const smallest = 512;
/** What TCP takes (RFC 1035, 4.2.2). */
const longest = 65_535;
/** Of a record, with an IPv6 address and a pointer for its name. */
const recordLength = 28;

export interface Question {
  id: number;
  /** Recursion desired, copied into the answer. */
  flags: number;
  /** Lower case, without the last dot. */
  name: string;
  type: number;
  /** The question section as it came, for the answer. */
  raw: Buffer;
  /** Bytes that the asker takes over UDP. */
  udpSize: number;
}

/** The question of a DNS query (RFC 1035, one question, no compression); undefined when it is none. */
export function readQuestion(message: Buffer): Question | undefined {
  if (message.length < 17 || (message.readUInt16BE(2) & 0xf800) !== 0 || message.readUInt16BE(4) !== 1) return undefined;
  const labels: string[] = [];
  let at = headerLength;
  for (;;) {
    const length = message[at];
    if (length === undefined || length > 63) return undefined;
    at += 1;
    if (length === 0) break;
    labels.push(message.toString('latin1', at, at + length));
    at += length;
  }
  if (at + 4 > message.length) return undefined;
  return {
    id: message.readUInt16BE(0),
    flags: message.readUInt16BE(2),
    name: labels.join('.').toLowerCase(),
    type: message.readUInt16BE(at),
    raw: message.subarray(headerLength, at + 4),
    udpSize: udpSize(message.subarray(at + 4)),
  };
}

/** Of the OPT record (RFC 6891), which in a query comes right after the question. */
function udpSize(rest: Buffer): number {
  const isOpt = rest.length >= 5 && rest[0] === 0 && rest.readUInt16BE(1) === types.OPT;
  return isOpt ? Math.max(smallest, rest.readUInt16BE(3)) : smallest;
}

/** The answer to a query: addresses of the type asked for, or NXDOMAIN where there is no such name; the first of them where a message does not take all. Whoever asks may keep it for `ttl` seconds. */
export function answer(question: Question, addresses: readonly IpAddress[] | undefined, ttl: number): Buffer {
  const room = longest - headerLength - question.raw.length;
  const records = (addresses ?? [])
    .filter(({ family }) => question.type === types.ANY || question.type === (family === 4 ? types.A : types.AAAA))
    .slice(0, Math.floor(room / recordLength))
    .map((address) => record(address, ttl));
  return Buffer.concat([header(question, addresses === undefined ? 3 : 0, records.length), question.raw, ...records]);
}

/** What is said when nobody could be asked: SERVFAIL, upon which a resolver asks its next server. */
export function failure(question: Question): Buffer {
  return Buffer.concat([header(question, 2, 0), question.raw]);
}

/** The same answer, cut down to "ask over TCP" where it is longer than the asker takes over UDP. */
export function cutToUdp(answer: Buffer, question: Question): Buffer {
  if (answer.length <= question.udpSize) return answer;
  const short = Buffer.concat([answer.subarray(0, headerLength), question.raw]);
  short.writeUInt16BE(short.readUInt16BE(2) | 0x0200, 2);
  short.fill(0, 6, headerLength);
  return short;
}

/** Says whether a message answers that question: after RFC 5452, id and question are the same. */
export function answers(message: Buffer, question: Question): boolean {
  const { raw } = question;
  return (
    message.length >= headerLength + raw.length &&
    message.readUInt16BE(0) === question.id &&
    (message.readUInt16BE(2) & 0x8000) !== 0 &&
    message.readUInt16BE(4) === 1 &&
    message.toString('latin1', headerLength, headerLength + raw.length).toLowerCase() === raw.toString('latin1').toLowerCase()
  );
}

/** Answer, authoritative, recursion available. */
function header(question: Question, code: number, records: number): Buffer {
  const bytes = Buffer.alloc(headerLength);
  bytes.writeUInt16BE(question.id, 0);
  bytes.writeUInt16BE(0x8480 | (question.flags & 0x0100) | code, 2);
  bytes.writeUInt16BE(1, 4);
  bytes.writeUInt16BE(records, 6);
  return bytes;
}

function record(address: IpAddress, ttl: number): Buffer {
  const bytes = address.toBytes();
  const head = Buffer.alloc(12);
  // A pointer to the question's name.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(address.family === 4 ? types.A : types.AAAA, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(ttl, 6);
  head.writeUInt16BE(bytes.length, 10);
  return Buffer.concat([head, bytes]);
}
