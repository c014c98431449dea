import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In SQLite's words; PostgreSQL's are made of them. */
export const initialStatements = [
  `CREATE TABLE "deployments" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" text NOT NULL,
    "manifest_text" text,
    "cloud_config_ids" text NOT NULL,
    "runtime_config_ids" text NOT NULL,
    "release_version_ids" text NOT NULL,
    "stemcell_ids" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "deployments_by_name" ON "deployments" ("name")`,
  `CREATE TABLE "variables" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "deployment_id" integer NOT NULL,
    "name" text NOT NULL,
    "type" text NOT NULL,
    "value" text NOT NULL,
    "created_at" integer NOT NULL
  )`,
  `CREATE UNIQUE INDEX "variables_by_deployment_id_name" ON "variables" ("deployment_id", "name")`,
  `CREATE TABLE "instances" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "uuid" text NOT NULL,
    "deployment_id" integer NOT NULL,
    "group_name" text NOT NULL,
    "position" integer NOT NULL,
    "az" text,
    "bootstrap" boolean NOT NULL,
    "state" text NOT NULL,
    "update_completed" boolean NOT NULL,
    "ignore" boolean NOT NULL,
    "spec" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "instances_by_uuid" ON "instances" ("uuid")`,
  `CREATE INDEX "instances_by_deployment_id" ON "instances" ("deployment_id")`,
  `CREATE TABLE "vms" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "instance_id" integer NOT NULL,
    "agent_id" text NOT NULL,
    "cid" text,
    "active" boolean NOT NULL,
    "cpi" text NOT NULL,
    "stemcell_name" text NOT NULL,
    "stemcell_version" text NOT NULL,
    "stemcell_api_version" integer,
    "env" text NOT NULL,
    "cloud_properties" text NOT NULL,
    "networks" text NOT NULL,
    "permanent_credentials" boolean NOT NULL,
    "created_at" integer NOT NULL
  )`,
  `CREATE UNIQUE INDEX "vms_by_agent_id" ON "vms" ("agent_id")`,
  `CREATE INDEX "vms_by_instance_id" ON "vms" ("instance_id")`,
  `CREATE TABLE "disks" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "instance_id" integer NOT NULL,
    "cid" text NOT NULL,
    "size" integer NOT NULL,
    "active" boolean NOT NULL,
    "cloud_properties" text NOT NULL,
    "name" text NOT NULL,
    "cpi" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "disks_by_cid" ON "disks" ("cid")`,
  `CREATE INDEX "disks_by_instance_id" ON "disks" ("instance_id")`,
  `CREATE TABLE "orphan_disks" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "cid" text NOT NULL,
    "size" integer NOT NULL,
    "az" text,
    "deployment_name" text NOT NULL,
    "instance_name" text NOT NULL,
    "cloud_properties" text NOT NULL,
    "cpi" text NOT NULL,
    "orphaned_at" integer NOT NULL
  )`,
  `CREATE UNIQUE INDEX "orphan_disks_by_cid" ON "orphan_disks" ("cid")`,
  `CREATE TABLE "ip_reservations" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "family" integer NOT NULL,
    "first_address" blob NOT NULL,
    "last_address" blob NOT NULL,
    "prefix" integer NOT NULL,
    "network" text NOT NULL,
    "instance_id" integer,
    "vm_id" integer,
    "task_id" integer,
    "owner" text NOT NULL,
    "kind" text NOT NULL,
    "nic_group" text
  )`,
  `CREATE INDEX "ip_reservations_by_family_first_address_last_address" ON "ip_reservations" ("family", "first_address", "last_address")`,
  `CREATE INDEX "ip_reservations_by_instance_id" ON "ip_reservations" ("instance_id")`,
  `CREATE TABLE "intents" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "task_id" integer,
    "kind" text NOT NULL,
    "request_id" text NOT NULL,
    "payload" text NOT NULL,
    "state" text NOT NULL,
    "outcome" text NOT NULL,
    "created_at" integer NOT NULL
  )`,
  `CREATE UNIQUE INDEX "intents_by_request_id" ON "intents" ("request_id")`,
  `CREATE INDEX "intents_by_state" ON "intents" ("state")`,
  `CREATE TABLE "releases" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "releases_by_name" ON "releases" ("name")`,
  `CREATE TABLE "release_versions" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "release_id" integer NOT NULL,
    "version" text NOT NULL,
    "commit_hash" text NOT NULL,
    "uncommitted_changes" boolean NOT NULL,
    "update_completed" boolean NOT NULL,
    "package_ids" text NOT NULL,
    "job_ids" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "release_versions_by_release_id_version" ON "release_versions" ("release_id", "version")`,
  `CREATE TABLE "packages" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "release_id" integer NOT NULL,
    "name" text NOT NULL,
    "version" text NOT NULL,
    "fingerprint" text NOT NULL,
    "blobstore_id" text,
    "sha1" text,
    "dependencies" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "packages_by_release_id_name_version" ON "packages" ("release_id", "name", "version")`,
  `CREATE INDEX "packages_by_fingerprint" ON "packages" ("fingerprint")`,
  `CREATE TABLE "jobs" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "release_id" integer NOT NULL,
    "name" text NOT NULL,
    "version" text NOT NULL,
    "fingerprint" text NOT NULL,
    "blobstore_id" text NOT NULL,
    "sha1" text NOT NULL,
    "spec" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "jobs_by_release_id_name_version" ON "jobs" ("release_id", "name", "version")`,
  `CREATE TABLE "compiled_packages" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "package_id" integer NOT NULL,
    "stemcell_os" text NOT NULL,
    "stemcell_version" text NOT NULL,
    "dependency_key" text NOT NULL,
    "build" integer NOT NULL,
    "blobstore_id" text NOT NULL,
    "sha1" text NOT NULL
  )`,
  `CREATE UNIQUE INDEX "compiled_packages_by_package_id_stemcell_os_stemcell_version_dependency_key" ON "compiled_packages" ("package_id", "stemcell_os", "stemcell_version", "dependency_key")`,
  `CREATE TABLE "stemcells" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" text NOT NULL,
    "version" text NOT NULL,
    "os" text NOT NULL,
    "cid" text NOT NULL,
    "sha1" text NOT NULL,
    "cpi" text NOT NULL,
    "api_version" integer
  )`,
  `CREATE UNIQUE INDEX "stemcells_by_name_version_cpi" ON "stemcells" ("name", "version", "cpi")`,
  `CREATE TABLE "configs" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "type" text NOT NULL,
    "name" text NOT NULL,
    "content" text NOT NULL,
    "deleted" boolean NOT NULL,
    "created_at" integer NOT NULL
  )`,
  `CREATE INDEX "configs_by_type_name" ON "configs" ("type", "name")`,
  `CREATE TABLE "director_attributes" (
    "name" text PRIMARY KEY NOT NULL,
    "value" text NOT NULL
  )`,
  `CREATE TABLE "tasks" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "type" text NOT NULL,
    "state" text NOT NULL,
    "description" text NOT NULL,
    "result" text,
    "user_name" text NOT NULL,
    "deployment" text,
    "context_id" text NOT NULL,
    "payload" text NOT NULL,
    "created_at" integer NOT NULL,
    "started_at" integer,
    "finished_at" integer,
    "lease_owner" text,
    "lease_until" integer
  )`,
  `CREATE INDEX "tasks_by_state" ON "tasks" ("state")`,
  `CREATE TABLE "events" (
    "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
    "parent_id" integer,
    "timestamp" integer NOT NULL,
    "user_name" text NOT NULL,
    "action" text NOT NULL,
    "object_type" text NOT NULL,
    "object_name" text,
    "error" text,
    "task_id" integer,
    "deployment" text,
    "instance" text,
    "context" text NOT NULL
  )`,
  `CREATE INDEX "events_by_timestamp" ON "events" ("timestamp")`,
  `CREATE TABLE "locks" (
    "name" text PRIMARY KEY NOT NULL,
    "uid" text NOT NULL,
    "expired_at" integer NOT NULL,
    "task_id" integer
  )`,
];

export const initialTables = initialStatements.flatMap((statement) => /^CREATE TABLE "(\w+)"/.exec(statement)?.[1] ?? []);

/** Everything of the first release. Later changes are migrations of their own; this one stays as it is. */
export class Initial1764000000000 implements MigrationInterface {
  readonly name = 'Initial1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of initialStatements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of initialTables) await runner.query(`DROP TABLE "${table}"`);
  }
}
