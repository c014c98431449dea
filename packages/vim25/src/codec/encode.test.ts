import { describe, expect, it } from 'vitest';
import { requestEnvelope } from '../soap/envelope.js';
import { readXml } from '../xml/read-xml.js';
import { decodeElement } from './decode.js';
import { encodeElement } from './encode.js';
import { xsd } from './xsd.js';

const encode = (kind: string, value: unknown): string => encodeElement('x', kind, value, 'x');

describe('what is sent', () => {
  it('stands in the order of the schema, inherited fields first, whatever the order of the keys', () => {
    const text = encode('VirtualDevice', {
      unitNumber: 1,
      capacityInKB: 5,
      $type: 'VirtualDisk',
      controllerKey: 1000,
      key: -1,
      backing: undefined,
    });
    expect(text).toBe(
      '<x xsi:type="VirtualDisk"><key>-1</key><controllerKey>1000</controllerKey><unitNumber>1</unitNumber><capacityInKB>5</capacityInKB></x>',
    );
  });

  it('says its type only where that is not the declared one', () => {
    expect(encode('OptionValue', { key: 'a', value: 'b' })).toBe('<x><key>a</key><value xsi:type="xsd:string">b</value></x>');
    expect(encode('OptionValue', { $type: 'OptionValue', key: 'a', value: 1 })).toBe(
      '<x><key>a</key><value xsi:type="xsd:int">1</value></x>',
    );
    expect(encode('SelectionSpec', { $type: 'TraversalSpec', type: 'Folder', path: 'childEntity' })).toBe(
      '<x xsi:type="TraversalSpec"><type>Folder</type><path>childEntity</path></x>',
    );
  });

  it.each([
    ['a', 'xsd:string', 'a'],
    [true, 'xsd:boolean', 'true'],
    [5, 'xsd:int', '5'],
    [2 ** 31, 'xsd:long', '2147483648'],
    [5n, 'xsd:long', '5'],
    [1.5, 'xsd:double', '1.5'],
    [xsd('short', 5), 'xsd:short', '5'],
    [new Date(0), 'xsd:dateTime', '1970-01-01T00:00:00.000Z'],
    [new Uint8Array([1, 2, 3]), 'xsd:base64Binary', 'AQID'],
  ])('where anything may stand, %s says that it is %s', (value, type, text) => {
    expect(encode('any', value)).toBe(`<x xsi:type="${type}">${text}</x>`);
  });

  it('tells references from data where anything may stand', () => {
    expect(encode('any', { type: 'VirtualMachine', value: 'vm-1' })).toBe(
      '<x xsi:type="ManagedObjectReference" type="VirtualMachine">vm-1</x>',
    );
    expect(encode('any', { $type: 'SharesInfo', level: 'high', shares: 1 })).toBe(
      '<x xsi:type="SharesInfo"><shares>1</shares><level>high</level></x>',
    );
    expect(encode('ref', { type: 'Folder', value: 'group-v3' })).toBe('<x type="Folder">group-v3</x>');
  });

  it('repeats the element of a list', () => {
    expect(encode('PropertySpec', { type: 'Task', pathSet: ['info', 'value'] })).toBe(
      '<x><type>Task</type><pathSet>info</pathSet><pathSet>value</pathSet></x>',
    );
  });

  it('keeps 64 bits, and escapes', () => {
    expect(encode('long', 9223372036854775807n)).toBe('<x>9223372036854775807</x>');
    expect(encode('string', '<a & "b">\r')).toBe('<x>&lt;a &amp; &quot;b&quot;&gt;&#13;</x>');
    expect(readXml(encode('string', ' <a & "b">\r\n\té😀 ')).text).toBe(' <a & "b">\r\n\té😀 ');
  });

  it.each([
    ['int', 2 ** 31],
    ['int', 1.5],
    ['long', 2 ** 53],
    ['long', 2n ** 63n],
    ['int', '5'],
    ['string', 5],
    ['string', 'a\u0000'],
    ['string', '\ud800'],
    ['boolean', 'true'],
    ['dateTime', new Date(Number.NaN)],
    ['ref', 'vm-1'],
    ['any', ['a']],
    ['any', undefined],
    ['PropertySpec', { type: 'Task', paths: [] }],
    ['PropertySpec', {}],
    ['PropertySpec', { type: 'Task', pathSet: 'info' }],
    ['VirtualDevice', { key: 1 }],
    ['VirtualDevice', { $type: 'OptionValue', key: 'a', value: 1 }],
    ['VirtualDevice', { $type: 'Nonsense', key: 1 }],
    ['CustomizationSpec', { identity: {} }],
  ])('refuses as %s: %s', (kind, value) => {
    expect(() => encode(kind, value)).toThrow(expect.objectContaining({ code: 'VSphereArgumentInvalid' }));
  });

  it('names the place of what it refuses', () => {
    const args = { spec: { deviceChange: [{ device: { $type: 'VirtualDisk', key: 1, capacityInKB: 'big' } }] } };
    expect(() => requestEnvelope('ReconfigVM_Task', { type: 'VirtualMachine', value: 'vm-1' }, args)).toThrow(
      'ReconfigVM_Task.spec.deviceChange[0].device.capacityInKB',
    );
  });

  it('sends back as it came what the tables do not describe', () => {
    const xml = `<x xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xsi:type="VirtualFuture">
      <key>7</key><odd xsi:type="xsd:int">1</odd><owner type="Folder">f</owner></x>`;
    const value = decodeElement('VirtualDevice', readXml(xml));
    expect(value).toMatchObject({ $type: 'VirtualFuture', key: 7, odd: 1 });
    expect(encode('VirtualDevice', value)).toBe(
      '<x xsi:type="VirtualFuture"><key>7</key><odd xsi:type="xsd:int">1</odd><owner type="Folder">f</owner></x>',
    );
  });

  it('is a SOAP message with the object first', () => {
    const text = requestEnvelope(
      'PowerOnVM_Task',
      { type: 'VirtualMachine', value: 'vm-1' },
      { host: { type: 'HostSystem', value: 'host-2' } },
    );
    const call = readXml(text).children[0]?.children[0];
    expect(call).toMatchObject({
      name: 'PowerOnVM_Task',
      children: [
        { name: '_this', refType: 'VirtualMachine', text: 'vm-1' },
        { name: 'host', refType: 'HostSystem', text: 'host-2' },
      ],
    });
  });
});
