import { CodedError } from '@bosh6/base';
import { extendsFault, faultClassOf } from './extends-fault.js';

/** What a fault says: its class, and the fields of that class. */
export interface FaultDetail {
  readonly $type: string;
  readonly [field: string]: unknown;
}

/** A fault of the server: of a call, or of the task that a call began. Its class is for programs, its message for people. */
export class VSphereFault extends CodedError {
  /** vSphere's name for it, `InvalidPowerState` for instance. */
  readonly faultClass: string;
  readonly detail: FaultDetail;
  /** The method that failed, and the object on which. */
  readonly method: string;
  readonly object: string;

  constructor(detail: FaultDetail, said: string, method: string, object: string) {
    const faultClass = faultClassOf(detail.$type);
    const text = said === '' || said.includes(faultClass) ? said || faultClass : `${said} (${faultClass})`;
    super('VSphereFault', { fault: 'iaas' }, `${method} on ${object}: ${text}`, {
      where: { object },
      details: { faultClass, method },
    });
    this.faultClass = faultClass;
    this.detail = { ...detail, $type: faultClass };
    this.method = method;
    this.object = object;
  }

  /** True for a fault of this class, or of one that extends it; any fault when no class is given. */
  static override is(value: unknown, faultClass?: string): value is VSphereFault {
    if (!CodedError.is(value) || !('faultClass' in value)) return false;
    return faultClass === undefined || extendsFault(String(value.faultClass), faultClass);
  }
}
