import type { TypeTable } from '../schema/define.js';

/** PropertyCollector, filters, updates. */
export const propertyCollectorTypes = {
  PropertyFilterSpec: { fields: { propSet: 'PropertySpec[]', objectSet: 'ObjectSpec[]', reportMissingObjectsInResults: 'boolean?' } },
  PropertySpec: { fields: { type: 'string', all: 'boolean?', pathSet: 'string[]?' } },
  ObjectSpec: { fields: { obj: 'ref', skip: 'boolean?', selectSet: 'SelectionSpec[]?' } },
  SelectionSpec: { fields: { name: 'string?' } },
  TraversalSpec: { extends: 'SelectionSpec', fields: { type: 'string', path: 'string', skip: 'boolean?', selectSet: 'SelectionSpec[]?' } },
  RetrieveOptions: { fields: { maxObjects: 'int?' } },
  RetrieveResult: { fields: { token: 'string?', objects: 'ObjectContent[]' } },
  ObjectContent: { fields: { obj: 'ref', propSet: 'DynamicProperty[]?', missingSet: 'MissingProperty[]?' } },
  DynamicProperty: { fields: { name: 'string', val: 'any' } },
  MissingProperty: { fields: { path: 'string', fault: 'LocalizedMethodFault' } },
  WaitOptions: { fields: { maxWaitSeconds: 'int?', maxObjectUpdates: 'int?' } },
  UpdateSet: { fields: { version: 'string', filterSet: 'PropertyFilterUpdate[]?', truncated: 'boolean?' } },
  PropertyFilterUpdate: { fields: { filter: 'ref PropertyFilter', objectSet: 'ObjectUpdate[]?', missingSet: 'MissingObject[]?' } },
  ObjectUpdate: { fields: { kind: 'ObjectUpdateKind', obj: 'ref', changeSet: 'PropertyChange[]?', missingSet: 'MissingProperty[]?' } },
  PropertyChange: { fields: { name: 'string', op: 'PropertyChangeOp', val: 'any' } },
  MissingObject: { fields: { obj: 'ref', fault: 'LocalizedMethodFault' } },
} as const satisfies TypeTable;
