import { describe, expect, it } from 'vitest';
import { readXml } from './read-xml.js';

describe('the XML reader', () => {
  it('gives names without prefixes, and text with entities and CDATA resolved', () => {
    const root = readXml('<?xml version="1.0"?><a:x xmlns:a="urn:a">1&lt;&#x41;<![CDATA[<&]]><a:y/><z>2</z></a:x>');
    expect(root).toMatchObject({ name: 'x', text: '1<A<&', children: [{ name: 'y' }, { name: 'z', text: '2' }] });
  });

  it.each([
    '',
    'nonsense',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a b="1" b="2"/>',
    '<p:a/>',
    '<a>&nbsp;</a>',
    '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    `${'<a>'.repeat(300)}${'</a>'.repeat(300)}`,
    '<html><body><p>503</body></html>',
  ])('refuses %.60j', (text) => {
    expect(() => readXml(text)).toThrow(expect.objectContaining({ code: 'VSphereReplyInvalid' }));
  });
});
