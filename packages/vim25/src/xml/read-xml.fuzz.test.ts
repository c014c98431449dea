import { CodedError } from '@bosh6/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAny } from '../codec/decode.js';
import type { XmlElement } from './element.js';
import { escapeXml } from './escape.js';
import { readXml } from './read-xml.js';

type Tree = { name: string; text: string; type: string | undefined; children: Tree[] };
const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => /^[^\p{Cc}\p{Cs}\ufffe\uffff]*$/u.test(one));
const name = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_.-]{0,8}$/).filter((one) => !/^xml/i.test(one));
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name,
    text,
    type: fc.option(fc.stringMatching(/^[A-Za-z]{1,8}$/), { nil: undefined }),
    children: fc.oneof({ maxDepth: 4 }, fc.constant<Tree[]>([]), fc.array(tie('tree'), { maxLength: 3 })),
  }),
}));
const write = (one: Tree): string =>
  `<${one.name}${one.type === undefined ? '' : ` type="${one.type}"`}>${escapeXml(one.text)}${one.children.map(write).join('')}</${one.name}>`;
const shape = (one: XmlElement): Tree => ({ name: one.name, text: one.text, type: one.refType, children: one.children.map(shape) });

describe('the XML reader, by chance', () => {
  it('reads what was written', () => {
    fc.assert(
      fc.property(tree, (one) => {
        expect(shape(readXml(write(one)))).toEqual(one);
      }),
    );
  });

  it('reads the same with any prefix for the namespace of xsi:type', () => {
    const prefix = name.filter((one) => one.toLowerCase() !== 'xmlns');
    fc.assert(
      fc.property(prefix, text, (chosen, value) => {
        const xml = `<v xmlns:${chosen}="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" ${chosen}:type="xsd:string" type="T">${escapeXml(value)}</v>`;
        fc.pre(chosen !== 'xsd');
        expect(decodeAny(readXml(xml))).toBe(value);
      }),
    );
  });

  it('answers any text with an element or a coded error, and decoding any element too', () => {
    const pieces = fc.constantFrom(
      '<a>',
      '</a>',
      '<b xsi:type="ArrayOfInt">',
      '</b>',
      '<x:c/>',
      '&amp;',
      '&',
      ']]>',
      '<![CDATA[',
      ' xmlns="u"',
      '5',
      '<',
      '>',
      '"',
      '<!--',
      '-->',
      '<?',
      '?>',
      'é',
    );
    const nasty = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
    );
    const corrupted = fc.tuple(tree, fc.nat(), fc.string({ maxLength: 3 })).map(([one, at, put]) => {
      const xml = write(one);
      return xml.slice(0, at % xml.length) + put + xml.slice((at % xml.length) + 1);
    });
    fc.assert(
      fc.property(fc.oneof(nasty, corrupted), (xml) => {
        try {
          decodeAny(readXml(xml));
        } catch (error) {
          expect(CodedError.is(error, 'VSphereReplyInvalid'), String(error)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
