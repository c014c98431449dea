import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, isLiteralSubject, isSubject } from './subject.js';
import { SubjectTrie } from './subject-trie.js';

const literal = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }).map((tokens) => tokens.join('.'));
const pattern = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', '*'), { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([tokens, rest]) => (rest ? [...tokens, '>'] : tokens).join('.'));

describe('subjects', () => {
  it('are matched by the trie as by comparing with each pattern', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pattern, { maxLength: 12 }), fc.array(pattern), literal, (patterns, gone, subject) => {
        const trie = new SubjectTrie<string>();
        for (const each of patterns) trie.add(each, each);
        for (const each of gone) trie.remove(each, each);
        const left = patterns.filter((each) => !gone.includes(each));
        expect(trie.match(subject).sort()).toEqual(left.filter((each) => covers(each, subject)).sort());
        expect(trie.size).toBe(left.length);
      }),
    );
  });

  it('covered by a pattern match whatever the covered one matches', () => {
    fc.assert(
      fc.property(pattern, pattern, literal, (outer, inner, subject) => {
        if (covers(outer, inner) && covers(inner, subject)) expect(covers(outer, subject)).toBe(true);
        expect(covers(inner, inner)).toBe(true);
      }),
    );
  });

  it.each(['', '.', 'a.', '.a', 'a..b', 'a b', '>.a', 'a\r\nb'])("do not look like '%s'", (subject) => {
    expect(isSubject(subject)).toBe(false);
  });

  it('may hold wildcards only where they are listened to', () => {
    expect(['a.*', '>', '*.b.>'].map(isSubject)).toEqual([true, true, true]);
    expect(['a.*', '>', 'a.b*', 'a'].map(isLiteralSubject)).toEqual([false, false, true, true]);
  });
});
