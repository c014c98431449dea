/** An address's number: four unsigned 32-bit words, most significant first. IPv4 fills the last one. */
export type Words = readonly [number, number, number, number];

/** Like `list[index]`, for an index that is known to be inside. */
export function at(list: ArrayLike<number>, index: number): number {
  return list[index] as number;
}

export function compareWords(a: Words, b: Words): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3];
}

/** a + b, and the carry out of 128 bits. */
export function addWords(a: Words, b: Words): { words: Words; carry: number } {
  const d = a[3] + b[3];
  const c = a[2] + b[2] + (d > 0xffffffff ? 1 : 0);
  const b1 = a[1] + b[1] + (c > 0xffffffff ? 1 : 0);
  const a1 = a[0] + b[0] + (b1 > 0xffffffff ? 1 : 0);
  return { words: [a1 >>> 0, b1 >>> 0, c >>> 0, d >>> 0], carry: a1 > 0xffffffff ? 1 : 0 };
}

/** a - b, modulo 2^128. */
export function subtractWords(a: Words, b: Words): Words {
  const d = a[3] - b[3];
  const c = a[2] - b[2] - (d < 0 ? 1 : 0);
  const b1 = a[1] - b[1] - (c < 0 ? 1 : 0);
  const a1 = a[0] - b[0] - (b1 < 0 ? 1 : 0);
  return [a1 >>> 0, b1 >>> 0, c >>> 0, d >>> 0];
}

/** a + 1, or undefined past the last of 128 bits. */
export function nextWords(a: Words): Words | undefined {
  if (a[3] !== 0xffffffff) return [a[0], a[1], a[2], a[3] + 1];
  const { words, carry } = addWords(a, [0, 0, 0, 1]);
  return carry === 0 ? words : undefined;
}

/** a - 1, or undefined below zero. */
export function previousWords(a: Words): Words | undefined {
  if ((a[0] | a[1] | a[2] | a[3]) === 0) return undefined;
  return subtractWords(a, [0, 0, 0, 1]);
}

/** The mask of one word whose low `hostBits` are host bits, `hostBits` counted from the word's own end (may be out of 0..32). */
function hostMask(hostBits: number): number {
  if (hostBits <= 0) return 0;
  return hostBits >= 32 ? 0xffffffff : 2 ** hostBits - 1;
}

/** The low `hostBits` (0 to 128) cleared. */
export function maskWords(a: Words, hostBits: number): Words {
  if (hostBits === 0) return a;
  return [
    (a[0] & ~hostMask(hostBits - 96)) >>> 0,
    (a[1] & ~hostMask(hostBits - 64)) >>> 0,
    (a[2] & ~hostMask(hostBits - 32)) >>> 0,
    (a[3] & ~hostMask(hostBits)) >>> 0,
  ];
}

/** The low `hostBits` (0 to 128) set. */
export function fillWords(a: Words, hostBits: number): Words {
  if (hostBits === 0) return a;
  return [
    (a[0] | hostMask(hostBits - 96)) >>> 0,
    (a[1] | hostMask(hostBits - 64)) >>> 0,
    (a[2] | hostMask(hostBits - 32)) >>> 0,
    (a[3] | hostMask(hostBits)) >>> 0,
  ];
}

/** The lowest multiple of 2^hostBits that is not below a; undefined past 128 bits. */
export function alignUpWords(a: Words, hostBits: number): Words | undefined {
  if (hostBits === 0) return a;
  const masked = maskWords(a, hostBits);
  return compareWords(masked, a) === 0 ? a : nextWords(fillWords(a, hostBits));
}

/** Number of bits up to the highest that is set; 0 for zero. */
export function bitLength(a: Words): number {
  if (a[0] !== 0) return 128 - Math.clz32(a[0]);
  if (a[1] !== 0) return 96 - Math.clz32(a[1]);
  if (a[2] !== 0) return 64 - Math.clz32(a[2]);
  return 32 - Math.clz32(a[3]);
}

/** Number of zero bits below the lowest that is set; 128 for zero. */
export function trailingZeros(a: Words): number {
  for (let index = 3; index >= 0; index--) {
    const word = at(a, index);
    if (word !== 0) return (3 - index) * 32 + (31 - Math.clz32(word & -word));
  }
  return 128;
}

export function wordsToBigInt(a: Words): bigint {
  return (BigInt(a[0]) << 96n) | (BigInt(a[1]) << 64n) | (BigInt(a[2]) << 32n) | BigInt(a[3]);
}

/** The low 128 bits. */
export function wordsFromBigInt(value: bigint): Words {
  const word = (shift: bigint): number => Number((value >> shift) & 0xffffffffn);
  return [word(96n), word(64n), word(32n), word(0n)];
}
