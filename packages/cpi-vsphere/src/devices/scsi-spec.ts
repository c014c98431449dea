import type { Data } from '@bosh6/vim25';
import type { ScsiType } from '../properties/global-properties.js';
import type { ScsiController } from './hardware.js';

const classes = {
  paravirtual: 'ParaVirtualSCSIController',
  lsi_logic: 'VirtualLsiLogicController',
  lsi_logic_sas: 'VirtualLsiLogicSASController',
} as const;

/** Places of a controller for disks, the controller's own among them. */
export const placesOf = (type: ScsiType): number => (type === 'paravirtual' ? 64 : 16);

/** Makes the stemcell's controller one of the wanted type; nothing when it is. */
export function changeScsiController(controller: ScsiController, type: ScsiType): Data<'VirtualDeviceConfigSpec'>[] {
  if (controller.$type === classes[type]) return [];
  const { key, busNumber, sharedBus, controllerKey, unitNumber, hotAddRemove, scsiCtlrUnitNumber } = controller;
  const device = { $type: classes[type], key, controllerKey, unitNumber, busNumber, hotAddRemove, sharedBus, scsiCtlrUnitNumber };
  return [{ operation: 'edit', device }];
}
