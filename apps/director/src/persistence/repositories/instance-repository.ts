import type { EntityManager } from 'typeorm';
import { instanceEntity } from '../entities/index.js';
import type { InstanceRow, InstanceSummary, ReservationRow, VmRow } from '../rows/index.js';
import { Table } from '../table.js';

/** What listings tell of a VM; `networks` only where an IaaS chose an address. */
export type ListedVm = Pick<VmRow, 'id' | 'agentId' | 'cid' | 'active' | 'permanentCredentials' | 'createdAt' | 'networks'>;
export interface ListedInstance extends Pick<InstanceRow, 'uuid' | 'group' | 'index' | 'az' | 'state'> {
  readonly vm: ListedVm | undefined;
}
export type ListedAddress = Pick<ReservationRow, 'family' | 'first' | 'prefix'>;

/** A row as either driver gives it. */
interface Raw extends Pick<InstanceRow, 'uuid' | 'group' | 'index' | 'az' | 'state'> {
  vmId: number | null;
  agentId: string;
  cid: string | null;
  active: boolean | 0 | 1;
  permanent: boolean | 0 | 1;
  createdAt: number;
  networks: string | null;
}

const columns = `i."uuid", i."group_name" AS "group", i."position" AS "index", i."az", i."state", v."id" AS "vmId", v."agent_id" AS "agentId",
  v."cid", v."active", v."permanent_credentials" AS "permanent", v."created_at" AS "createdAt",
  CASE WHEN v."networks" LIKE '%"dynamic"%' THEN v."networks" END AS "networks"`;
const instancesSql = `SELECT ${columns} FROM "instances" i LEFT JOIN "vms" v ON v."instance_id" = i."id" AND v."active"
  WHERE i."deployment_id" = ? ORDER BY i."id"`;
const vmsSql = `SELECT ${columns} FROM "vms" v JOIN "instances" i ON i."id" = v."instance_id" WHERE i."deployment_id" = ? ORDER BY v."id"`;
const addressesSql = `SELECT r."vm_id" AS "vmId", r."family", r."first_address" AS "first", r."prefix"
  FROM "instances" i JOIN "ip_reservations" r ON r."instance_id" = i."id" WHERE i."deployment_id" = ? AND r."vm_id" IS NOT NULL`;

const summary = { id: true, uuid: true, deploymentId: true, group: true, index: true, az: true, bootstrap: true } as const;
const state = { state: true, updateCompleted: true, ignore: true } as const;

export class InstanceRepository extends Table<InstanceRow> {
  constructor(manager: EntityManager) {
    super(manager, instanceEntity);
  }

  /** By id; all of them unless said. */
  summaries(where: { readonly deploymentId?: number } = {}): Promise<InstanceSummary[]> {
    return this.paged(where, { ...summary, ...state });
  }

  /** A deployment's instances with their active VMs, by one raw query, since there may be thousands. */
  listed(deploymentId: number): Promise<ListedInstance[]> {
    return this.#listed(instancesSql, deploymentId);
  }

  /** One for each VM of the deployment, active or not. */
  listedVms(deploymentId: number): Promise<ListedInstance[]> {
    return this.#listed(vmsSql, deploymentId);
  }

  /** What VMs of the deployment hold, by the VM's id. */
  async listedAddresses(deploymentId: number): Promise<Map<number, ListedAddress[]>> {
    const rows = await this.select<ListedAddress & { vmId: number }>(addressesSql, [deploymentId]);
    return Map.groupBy(rows, ({ vmId }) => vmId);
  }

  async #listed(sql: string, deploymentId: number): Promise<ListedInstance[]> {
    const rows = await this.select<Raw>(sql, [deploymentId]);
    return rows.map(({ uuid, group, index, az, state, vmId, agentId, cid, active, permanent, createdAt, networks }) => ({
      uuid,
      group,
      index,
      az,
      state,
      vm:
        vmId === null
          ? undefined
          : {
              id: vmId,
              agentId,
              cid,
              active: Boolean(active),
              permanentCredentials: Boolean(permanent),
              createdAt,
              networks: networks === null ? {} : JSON.parse(networks),
            },
    }));
  }
}
