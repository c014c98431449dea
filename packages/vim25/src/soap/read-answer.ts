import { decodeElement, decodeKind } from '../codec/decode.js';
import { fail } from '../errors.js';
import { type FaultDetail, VSphereFault } from '../faults/vsphere-fault.js';
import type { Ref } from '../schema/values.js';
import { child } from '../xml/element.js';
import { readXml } from '../xml/read-xml.js';
import { methodOf } from './envelope.js';

/** What a method returned, from the text of the answer. Throws the fault that it holds instead. */
export function readAnswer(text: string, name: string, target: Ref): unknown {
  const body = child(readXml(text), 'Body');
  const fault = child(body, 'Fault');
  if (fault !== undefined) {
    const detail = child(fault, 'detail')?.children[0];
    const said = child(fault, 'faultstring')?.text.trim() ?? '';
    const decoded = detail === undefined ? {} : (decodeElement('MethodFault', detail) as Record<string, unknown>);
    // Without xsi:type the element's name says the class.
    const faultClass = detail?.xsiType?.name ?? detail?.name.replace(/Fault$/, '') ?? 'MethodFault';
    throw new VSphereFault({ ...decoded, $type: faultClass } as FaultDetail, said, name, `${target.type} ${target.value}`);
  }
  const response = child(body, `${name}Response`);
  if (response === undefined) throw fail('VSphereReplyInvalid', `the server's answer to ${name} has no ${name}Response`);
  const { returns } = methodOf(name);
  const values = response.children.filter((one) => one.name === 'returnval');
  if (values.length === 0 && returns !== 'void' && !/[?\]]$/.test(returns))
    throw fail('VSphereReplyInvalid', `the server's answer to ${name} is empty`);
  return returns === 'void' ? undefined : decodeKind(returns, values);
}
