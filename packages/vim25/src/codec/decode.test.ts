import { describe, expect, it } from 'vitest';
import { readXml } from '../xml/read-xml.js';
import { decodeAny, decodeElement } from './decode.js';

const xmlns = 'xmlns="urn:vim25" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"';
const decode = (kind: string, content: string, attributes = ''): unknown =>
  decodeElement(kind, readXml(`<x ${xmlns} ${attributes}>${content}</x>`));

describe('what is read', () => {
  it('says its type, by which unions are told apart', () => {
    const value = decode('VirtualDevice', '<key>2000</key><capacityInKB>9007199254740993</capacityInKB>', 'xsi:type="VirtualDisk"');
    expect(value).toEqual({ $type: 'VirtualDisk', key: 2000, capacityInKB: 9007199254740993n });
    expect(decode('SharesInfo', '<shares>1</shares><level>newer-than-us</level>')).toEqual({
      $type: 'SharesInfo',
      shares: 1,
      level: 'newer-than-us',
    });
  });

  it('has lists where the schema has lists', () => {
    expect(decode('RetrieveResult', '<objects><obj type="Task">t</obj></objects>')).toEqual({
      $type: 'RetrieveResult',
      objects: [{ $type: 'ObjectContent', obj: { type: 'Task', value: 't' } }],
    });
    expect(decode('RetrieveResult', '<token>1</token>')).toEqual({ $type: 'RetrieveResult', token: '1', objects: [] });
  });

  it.each(['xsi', '_XMLSchema-instance', 'XMLSchema-instance'])('knows xsi:type by its namespace, also when its prefix is %s', (prefix) => {
    const xml = `<val xmlns:${prefix}="http://www.w3.org/2001/XMLSchema-instance" ${prefix}:type="ManagedObjectReference" type="ResourcePool">resgroup-8</val>`;
    expect(decodeAny(readXml(xml))).toEqual({ type: 'ResourcePool', value: 'resgroup-8' });
  });

  it('takes a type attribute without a namespace for the class of a reference, never for xsi:type', () => {
    expect(decodeAny(readXml('<val type="xsd:int">5</val>'))).toEqual({ type: 'xsd:int', value: '5' });
  });

  it('knows XML Schema by its namespace too', () => {
    const xml =
      '<val xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:s="http://www.w3.org/2001/XMLSchema" i:type="s:long">5</val>';
    expect(decodeAny(readXml(xml))).toBe(5);
  });

  it.each([
    ['ArrayOfString', '<string>a</string><string>b</string>', ['a', 'b']],
    ['ArrayOfString', '', []],
    ['ArrayOfInt', '<int>1</int>', [1]],
    ['ArrayOfLong', '<long>-9223372036854775808</long>', [-9223372036854775808n]],
    ['ArrayOfManagedObjectReference', '<ManagedObjectReference type="Task">t</ManagedObjectReference>', [{ type: 'Task', value: 't' }]],
    ['ArrayOfAnyType', '<anyType xsi:type="xsd:boolean">true</anyType>', [true]],
    ['ArrayOfVirtualDevice', '<VirtualDevice xsi:type="VirtualCdrom"><key>1</key></VirtualDevice>', [{ $type: 'VirtualCdrom', key: 1 }]],
    [
      'ArrayOfOptionValue',
      '<OptionValue><key>k</key><value xsi:type="xsd:string">v</value></OptionValue>',
      [{ $type: 'OptionValue', key: 'k', value: 'v' }],
    ],
    ['ArrayOfNovelty', '<Novelty><a>1</a><a>2</a></Novelty>', [{ $type: 'Novelty', a: ['1', '2'] }]],
  ])('unwraps %s', (type, content, expected) => {
    expect(decode('any', content, `xsi:type="${type}"`)).toEqual(expected);
  });

  it.each([
    ['boolean', '1', true],
    ['boolean', ' false ', false],
    ['int', '-5', -5],
    ['long', '9007199254740991', 9007199254740991],
    ['long', '9223372036854775807', 9223372036854775807n],
    ['double', '1.5e3', 1500],
    ['float', '-INF', Number.NEGATIVE_INFINITY],
    ['dateTime', '2026-01-02T03:04:05.123456Z', new Date('2026-01-02T03:04:05.123Z')],
    ['dateTime', '2026-01-02T03:04:05', new Date('2026-01-02T03:04:05Z')],
    ['dateTime', '2026-01-02T03:04:05+02:00', new Date('2026-01-02T01:04:05Z')],
    ['string', ' kept ', ' kept '],
    ['base64Binary', 'AQID', new Uint8Array([1, 2, 3])],
    ['VirtualMachinePowerState', 'poweredOn', 'poweredOn'],
  ])('reads a %s from %j', (kind, text, expected) => {
    expect(decode(kind, text)).toEqual(expected);
  });

  it.each([
    ['int', '1.5'],
    ['int', ''],
    ['int', '99999999999'],
    ['long', '99999999999999999999999'],
    ['long', '0x10'],
    ['boolean', 'yes'],
    ['double', '1,5'],
    ['dateTime', 'yesterday'],
  ])('does not guess a %s from %j', (kind, text) => {
    expect(() => decode(kind, text)).toThrow(expect.objectContaining({ code: 'VSphereReplyInvalid' }));
  });

  it('leaves out what is nil, and cannot be used to change what objects are', () => {
    const value = decode('SharesInfo', '<shares xsi:nil="true"/><__proto__><polluted>1</polluted></__proto__>');
    expect(value).toEqual({ $type: 'SharesInfo' });
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
