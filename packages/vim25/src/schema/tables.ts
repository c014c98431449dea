import { inventoryMethods } from '../methods/inventory.js';
import { sessionMethods } from '../methods/session.js';
import { storageMethods } from '../methods/storage.js';
import { storagePolicyMethods } from '../methods/storage-policy.js';
import { virtualMachineMethods } from '../methods/virtual-machine.js';
import { objects } from '../objects/objects.js';
import { clusterTypes } from '../types/cluster.js';
import { deviceTypes } from '../types/devices.js';
import { ethernetTypes } from '../types/ethernet.js';
import { ovfTypes } from '../types/ovf.js';
import { propertyCollectorTypes } from '../types/property-collector.js';
import { serviceTypes } from '../types/service.js';
import { storageTypes } from '../types/storage.js';
import { storagePolicyTypes } from '../types/storage-policy.js';
import { taskTypes } from '../types/task.js';
import { virtualMachineTypes } from '../types/virtual-machine.js';
import { virtualMachineStateTypes } from '../types/virtual-machine-state.js';
import { virtualMachineTuningTypes } from '../types/virtual-machine-tuning.js';

/** Every data type that can be sent, and read with its fields' types. */
export const types = {
  ...serviceTypes,
  ...propertyCollectorTypes,
  ...taskTypes,
  ...virtualMachineTypes,
  ...virtualMachineStateTypes,
  ...virtualMachineTuningTypes,
  ...deviceTypes,
  ...ethernetTypes,
  ...storageTypes,
  ...storagePolicyTypes,
  ...clusterTypes,
  ...ovfTypes,
} as const;

/** Every method that can be called. */
export const methods = {
  ...sessionMethods,
  ...inventoryMethods,
  ...virtualMachineMethods,
  ...storageMethods,
  ...storagePolicyMethods,
} as const;

export { objects };
