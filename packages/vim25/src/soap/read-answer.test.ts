import { describe, expect, it } from 'vitest';
import { VSphereFault } from '../faults/vsphere-fault.js';
import { readAnswer } from './read-answer.js';

const target = { type: 'VirtualMachine', value: 'vm-1' };
const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
const caught = (body: string): unknown => {
  try {
    return readAnswer(envelope(body), 'PowerOnVM_Task', target);
  } catch (error) {
    return error;
  }
};

describe('an answer', () => {
  it('is what the method returns', () => {
    const body = '<PowerOnVM_TaskResponse xmlns="urn:vim25"><returnval type="Task">task-5</returnval></PowerOnVM_TaskResponse>';
    expect(readAnswer(envelope(body), 'PowerOnVM_Task', target)).toEqual({ type: 'Task', value: 'task-5' });
    expect(readAnswer(envelope('<LogoutResponse xmlns="urn:vim25"/>'), 'Logout', target)).toBeUndefined();
    expect(readAnswer(envelope('<FindAllByIpResponse xmlns="urn:vim25"/>'), 'FindAllByIp', target)).toEqual([]);
    expect(readAnswer(envelope('<FindByUuidResponse xmlns="urn:vim25"/>'), 'FindByUuid', target)).toBeUndefined();
  });

  it('is a fault with class, fields, method and object', () => {
    const error =
      caught(`<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>The operation is not allowed.</faultstring><detail>
      <InvalidPowerStateFault xmlns="urn:vim25" xsi:type="InvalidPowerState"><requestedState>poweredOn</requestedState><existingState>poweredOn</existingState></InvalidPowerStateFault>
      </detail></soapenv:Fault>`);
    expect(error).toMatchObject({
      code: 'VSphereFault',
      fault: 'iaas',
      faultClass: 'InvalidPowerState',
      method: 'PowerOnVM_Task',
      object: 'VirtualMachine vm-1',
      message: 'PowerOnVM_Task on VirtualMachine vm-1: The operation is not allowed. (InvalidPowerState)',
      detail: { $type: 'InvalidPowerState', existingState: 'poweredOn' },
    });
    expect(VSphereFault.is(error, 'InvalidState')).toBe(true);
    expect(VSphereFault.is(error, 'NoPermission')).toBe(false);
    expect(VSphereFault.is(new Error('x'))).toBe(false);
  });

  it('is a fault also where xsi:type, or every detail, is missing', () => {
    expect(
      caught('<soapenv:Fault><faultstring>f</faultstring><detail><NotFoundFault xmlns="urn:vim25"/></detail></soapenv:Fault>'),
    ).toMatchObject({ faultClass: 'NotFound' });
    expect(caught('<soapenv:Fault><faultstring>went wrong</faultstring></soapenv:Fault>')).toMatchObject({
      faultClass: 'MethodFault',
      message: expect.stringContaining('went wrong'),
    });
  });

  it.each(['', '<SomethingElseResponse/>', '<PowerOnVM_TaskResponse xmlns="urn:vim25"/>'])('that is none is told as such: %s', (body) => {
    expect(caught(body)).toMatchObject({ code: 'VSphereReplyInvalid' });
  });
});
