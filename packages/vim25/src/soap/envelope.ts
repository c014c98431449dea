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

/** The SOAP 1.1 message that calls a method; `sessionKey` for services beside vim25. */
export function requestEnvelope(name: string, target: Ref, args: Readonly<Record<string, unknown>>, sessionKey?: string): string {
  const { namespace = 'vim25', params: fields } = methodOf(name);
  const self = `<_this type="${escapeXml(target.type)}">${escapeXml(target.value)}</_this>`;
  const params = encodeFields(parseFields(fields), args, name);
  // Other services know the session by the header, not by the cookie.
  const header =
    sessionKey === undefined ? '' : `<soapenv:Header><vcSessionCookie>${escapeXml(sessionKey)}</vcSessionCookie></soapenv:Header>`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>' +
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
    ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    header +
    `<soapenv:Body><${name} xmlns="urn:${namespace}">${self}${params}</${name}></soapenv:Body></soapenv:Envelope>`
  );
}
