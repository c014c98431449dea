import { IpAddress } from '@bosh6/ip';

const types = { A: 1, AAAA: 28, ANY: 255 } as const;
const ttlSeconds = 30;

export interface Question {
  id: number;
  /** Recursion desired, copied into the answer. */
  flags: number;
  name: string;
  type: number;
  /** The question section as it came, for the answer. */
  raw: Buffer;
}

/** The question of a DNS query (RFC 1035, one question, no compression); undefined when it is none. */
export function readQuestion(message: Buffer): Question | undefined {
  if (message.length < 17 || (message.readUInt16BE(2) & 0xf800) !== 0 || message.readUInt16BE(4) !== 1) return undefined;
  const labels: string[] = [];
  let at = 12;
  for (;;) {
    const length = message[at];
    if (length === undefined || length > 63) return undefined;
    at += 1;
    if (length === 0) break;
    labels.push(message.toString('latin1', at, at + length));
    at += length;
  }
  if (at + 4 > message.length) return undefined;
  const raw = message.subarray(12, at + 4);
  return {
    id: message.readUInt16BE(0),
    flags: message.readUInt16BE(2),
    name: labels.join('.').toLowerCase(),
    type: message.readUInt16BE(at),
    raw,
  };
}

/** The answer to a query from a table of names: addresses of the type asked for, or NXDOMAIN for a name that is not there. */
export function answer(question: Question, names: ReadonlyMap<string, readonly string[]>): Buffer {
  const addresses = names.get(question.name);
  const records = (addresses ?? [])
    .map((text) => IpAddress.parse(text))
    .filter(({ family }) => question.type === types.ANY || question.type === (family === 4 ? types.A : types.AAAA))
    .map(record);
  const header = Buffer.alloc(12);
  header.writeUInt16BE(question.id, 0);
  // Answer, authoritative, recursion available; 3 is NXDOMAIN.
  header.writeUInt16BE(0x8480 | (question.flags & 0x0100) | (addresses === undefined ? 3 : 0), 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question.raw, ...records]);
}

function record(address: IpAddress): Buffer {
  const bytes = address.toBytes();
  const head = Buffer.alloc(12);
  // A pointer to the question's name.
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(address.family === 4 ? types.A : types.AAAA, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(ttlSeconds, 6);
  head.writeUInt16BE(bytes.length, 10);
  return Buffer.concat([head, bytes]);
}
