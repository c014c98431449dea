import { EntitySchema } from 'typeorm';
import type { ReservationRow } from '../rows/index.js';

export const reservationEntity = new EntitySchema<ReservationRow>({
  name: 'Reservation',
  tableName: 'ip_reservations',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    family: { type: 'integer' },
    first: { type: 'blob', name: 'first_address' },
    last: { type: 'blob', name: 'last_address' },
    prefix: { type: 'integer' },
    network: { type: 'text' },
    instanceId: { type: 'integer', name: 'instance_id', nullable: true },
    vmId: { type: 'integer', name: 'vm_id', nullable: true },
    orphanedVmId: { type: 'integer', name: 'orphaned_vm_id', nullable: true },
    taskId: { type: 'integer', name: 'task_id', nullable: true },
    owner: { type: 'text' },
    kind: { type: 'text' },
    nicGroup: { type: 'text', name: 'nic_group', nullable: true },
  },
});
