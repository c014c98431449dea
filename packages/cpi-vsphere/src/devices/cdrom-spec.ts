import { cpiError } from '@bosh6/cpi-protocol';
import type { Data, Ref } from '@bosh6/vim25';
import { cdromOf, ideKeyOf } from './hardware.js';

/** Puts an ISO file into the VM's CD drive, connected from the start; adds a drive where the stemcell has none. */
export function insertCd(
  devices: readonly Data<'VirtualDevice'>[],
  fileName: string,
  datastore: Ref<'Datastore'>,
): Data<'VirtualDeviceConfigSpec'> {
  const backing = { $type: 'VirtualCdromIsoBackingInfo', fileName, datastore } as const;
  const connectable = { startConnected: true, allowGuestControl: false, connected: true };
  const drive = cdromOf(devices);
  if (drive !== undefined) return { operation: 'edit', device: { ...drive, backing, connectable } };
  const controllerKey = ideKeyOf(devices);
  if (controllerKey === undefined)
    throw cpiError('VMCreationFailed', 'the stemcell has neither a CD drive nor an IDE controller, so its agent gets no settings');
  return { operation: 'add', device: { $type: 'VirtualCdrom', key: -1, controllerKey, unitNumber: 0, backing, connectable } };
}
