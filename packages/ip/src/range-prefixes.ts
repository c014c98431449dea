import { familyBits, IpAddress } from './ip-address.js';
import { IpPrefix } from './ip-prefix.js';
import type { IpRange } from './ip-range.js';
import { compareWords, fillWords, nextWords, subtractWords, trailingZeros, type Words } from './words.js';

/** The fewest networks that make up the range, in order: at most 62 for IPv4, 254 for IPv6. */
export function* rangePrefixes(range: IpRange): Generator<IpPrefix> {
  const bits = familyBits(range.family);
  const end = range.last.words;
  let start: Words | undefined = range.first.words;
  while (start !== undefined && compareWords(start, end) <= 0) {
    let hostBits = Math.min(trailingZeros(start), bits);
    const room = subtractWords(end, start);
    while (hostBits > 0 && compareWords(fillWords([0, 0, 0, 0], hostBits), room) > 0) hostBits--;
    yield IpPrefix.of(IpAddress.fromWords(range.family, start), bits - hostBits);
    start = nextWords(fillWords(start, hostBits));
  }
}
