import { EntitySchema } from 'typeorm';
import type { InstanceRow, VmRow } from '../rows/index.js';

export const instanceEntity = new EntitySchema<InstanceRow>({
  name: 'Instance',
  tableName: 'instances',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    uuid: { type: 'text' },
    deploymentId: { type: 'integer', name: 'deployment_id' },
    group: { type: 'text', name: 'group_name' },
    index: { type: 'integer', name: 'position' },
    az: { type: 'text', nullable: true },
    bootstrap: { type: 'boolean' },
    state: { type: 'text' },
    updateCompleted: { type: 'boolean', name: 'update_completed' },
    ignore: { type: 'boolean' },
    spec: { type: 'simple-json' },
  },
});

export const vmEntity = new EntitySchema<VmRow>({
  name: 'Vm',
  tableName: 'vms',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    instanceId: { type: 'integer', name: 'instance_id' },
    agentId: { type: 'text', name: 'agent_id' },
    cid: { type: 'text', nullable: true },
    active: { type: 'boolean' },
    cpi: { type: 'text' },
    stemcellName: { type: 'text', name: 'stemcell_name' },
    stemcellVersion: { type: 'text', name: 'stemcell_version' },
    stemcellApiVersion: { type: 'integer', name: 'stemcell_api_version', nullable: true },
    env: { type: 'simple-json' },
    cloudProperties: { type: 'simple-json', name: 'cloud_properties' },
    networks: { type: 'simple-json' },
    askedNetworks: { type: 'simple-json', name: 'asked_networks', nullable: true },
    permanentCredentials: { type: 'boolean', name: 'permanent_credentials' },
    trustedCerts: { type: 'text', name: 'trusted_certs', nullable: true },
    createdAt: { type: 'integer', name: 'created_at' },
  },
});
