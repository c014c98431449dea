import { type FaultDetail, VSphereFault } from '../faults/vsphere-fault.js';
import type { Data, ObjectName, PropertyValue, Ref } from '../schema/values.js';

/** An object and the properties read of it. */
export interface Row<O extends ObjectName, P extends string> {
  readonly ref: Ref<O>;
  /** A property that the object has no value for is absent. */
  readonly properties: { readonly [N in P]?: PropertyValue<O, N> };
  /** Fault class by path, for properties that the server would not give. */
  readonly missing: Readonly<Record<string, string>>;
}

/** An object as the server gave it. Throws NotAuthenticated where it gave nothing for want of a session. */
export function toRow<O extends ObjectName, P extends string>(content: Data<'ObjectContent'>): Row<O, P> {
  const missing: Record<string, string> = {};
  for (const { path, fault } of content.missingSet ?? []) {
    const { $type = 'MethodFault', ...rest } = fault.fault as Partial<FaultDetail>;
    // Without a session the server still answers, with objects of which nothing is known.
    if ($type === 'NotAuthenticated')
      throw new VSphereFault({ ...rest, $type }, '', 'RetrievePropertiesEx', `${content.obj.type} ${content.obj.value}`);
    missing[path] = $type;
  }
  const properties = Object.fromEntries((content.propSet ?? []).map(({ name, val }) => [name, val]));
  return { ref: content.obj as unknown as Ref<O>, properties: properties as Row<O, P>['properties'], missing };
}
