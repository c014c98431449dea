import { join } from 'node:path';

/** Where everything is in a VM, as bosh-agent. `base` is /var/vcap on a real machine. */
export class Layout {
  readonly base: string;
  constructor(base: string) {
    this.base = base;
  }
  at(...parts: string[]): string {
    return join(this.base, ...parts);
  }
  bosh(...parts: string[]): string {
    return this.at('bosh', ...parts);
  }
  data(...parts: string[]): string {
    return this.at('data', ...parts);
  }
  jobs(...parts: string[]): string {
    return this.at('jobs', ...parts);
  }
  packages(...parts: string[]): string {
    return this.at('packages', ...parts);
  }
  instance(...parts: string[]): string {
    return this.at('instance', ...parts);
  }
  monit(...parts: string[]): string {
    return this.at('monit', ...parts);
  }
  /** Output of a job's scripts. */
  jobLog(job: string, ...parts: string[]): string {
    return this.data('sys', 'log', job, ...parts);
  }
  get store(): string {
    return this.at('store');
  }
  get storeMigrationTarget(): string {
    return this.at('store_migration_target');
  }
  get sensitiveBlobs(): string {
    return this.data('sensitive_blobs');
  }
  get blobs(): string {
    return this.data('blobs');
  }
  get temporary(): string {
    return this.data('tmp');
  }
}
