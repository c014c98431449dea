import { encodeFields } from '../codec/encode.js';
import { fail } from '../errors.js';
import type { MethodDefinition } from '../schema/define.js';
import { parseFields } from '../schema/field.js';
import { methods } from '../schema/tables.js';
import type { Ref } from '../schema/values.js';
import { escapeXml } from '../xml/escape.js';

const table: Readonly<Record<string, MethodDefinition>> = methods;

/** A method of the tables. */
export function methodOf(name: string): MethodDefinition {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (found === undefined) throw fail('VSphereArgumentInvalid', `there is no method '${name}'`);
  return found;
}

/** The SOAP 1.1 message that calls a method. */
export function requestEnvelope(name: string, target: Ref, args: Readonly<Record<string, unknown>>): string {
  const self = `<_this type="${escapeXml(target.type)}">${escapeXml(target.value)}</_this>`;
  const params = encodeFields(parseFields(methodOf(name).params), args, name);
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<soapenv:Body><${name} xmlns="urn:vim25">${self}${params}</${name}></soapenv:Body></soapenv:Envelope>`
  );
}
