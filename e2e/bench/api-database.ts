import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const many = (count: number): string => `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${count - 1})`;
const uuid = `printf('%08x-0000-4000-8000-%012x', i * 2654435761 % 4294967296, i)`;

/** Fills a running Director's database: deployment `big` with dual-stack instances, and events, of which a start would leave the newest 10,000. */
export function fillDatabase(state: string, { instances, events }: { instances: number; events: number }): void {
  const database = new DatabaseSync(join(state, 'director.sqlite'));
  database.exec(`PRAGMA busy_timeout = 5000;
    BEGIN IMMEDIATE;
    INSERT INTO deployments (id, name, manifest_text, cloud_config_ids, runtime_config_ids, release_version_ids, stemcell_ids)
      VALUES (1000, 'big', '${'# a manifest\n'.repeat(5000)}', '[]', '[]', '[]', '[]');
    ${many(instances)} INSERT INTO instances (id, uuid, deployment_id, group_name, position, az, bootstrap, state, update_completed, "ignore", spec)
      SELECT 1000 + i, ${uuid}, 1000, 'web', i, 'z1', i = 0, 'started', 1, 0, '{"networks":{}}' FROM n;
    ${many(instances)} INSERT INTO vms (id, instance_id, agent_id, cid, active, cpi, stemcell_name, stemcell_version, stemcell_api_version, env,
        cloud_properties, networks, permanent_credentials, created_at)
      SELECT 1000 + i, 1000 + i, ${uuid}, 'vm-' || ${uuid}, 1, '', 's', '1', 3, '{}', '{}',
        '{"ipv4":{"type":"manual","ip":"10.0.0.1"}}', 1, 1767607230000 FROM n;
    ${many(instances)} INSERT INTO ip_reservations (family, first_address, last_address, prefix, network, instance_id, vm_id, owner, kind)
      SELECT 4, a, a, 32, 'ipv4', 1000 + i, 1000 + i, 'big', 'dynamic'
      FROM (SELECT i, unhex(printf('000000000000000000000000%08x', 167772160 + i)) AS a FROM n);
    ${many(instances)} INSERT INTO ip_reservations (family, first_address, last_address, prefix, network, instance_id, vm_id, owner, kind)
      SELECT 6, a, a, 128, 'ipv6', 1000 + i, 1000 + i, 'big', 'dynamic'
      FROM (SELECT i, unhex(printf('26010646010069f10000000000%06x', 4096 + i)) AS a FROM n);
    ${many(events)} INSERT INTO events (parent_id, timestamp, user_name, action, object_type, object_name, task_id, deployment, instance, context)
      SELECT CASE WHEN i % 2 = 1 THEN i END, 1767607230000 + i * 100, 'admin', 'update', 'instance', 'web/' || (i % 1000), i / 100, 'big',
        'web/' || ${uuid}, '{"az":"z1","changes":["configuration"]}' FROM n;
    COMMIT;`);
  database.close();
}
