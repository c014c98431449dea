import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { realWorld, type World } from '@bosh6/base';
import { formatEndpoint } from '@bosh6/ip';
import { FileBlobstore } from './blobs/file-blobstore.js';
import { removeLeft } from './blobs/remove-left.js';
import { UrlSigner } from './blobs/signer.js';
import { directorUuid, signingKey } from './core/attributes.js';
import type { Collaborators, Cpis } from './core/collaborators.js';
import type { DirectorConfig, Role } from './core/config.js';
import { openLog } from './core/open-log.js';
import { readTrustedCerts } from './core/trusted-certs.js';
import { Previews } from './deploy/plan/previews.js';
import { recordEvent } from './events/record-event.js';
import { checkHooks } from './health/check-hooks.js';
import type { HealthCounts } from './health/health-counts.js';
import { listen } from './http/listener.js';
import { Uploads } from './http/uploads.js';
import { version } from './info/version.js';
import { Permissions } from './permissions/permissions.js';
import { openStore } from './persistence/open-store.js';
import type { Store } from './persistence/store.js';
import { LeaseLocks } from './tasks/lease-locks.js';
import { begunTasks, isLive } from './tasks/live-tasks.js';
import { TaskOutputs } from './tasks/task-outputs.js';
import { TaskQueue } from './tasks/task-queue.js';
import { createAuthentication } from './uaa/create-authentication.js';

export interface Director {
  /** Where it listens, or another Director of its configuration does; of interest when the configuration says 0. */
  readonly port: number;
  /** Stops listening, asks running tasks to stop, and ends. */
  close(): Promise<void>;
}

export interface DirectorOptions {
  world?: World;
  /** Instead of those of the configuration and of the CPI configs. */
  makeCpis?: (store: Store) => Cpis;
}

/** Starts a Director, or that of it which its roles are: it answers requests as soon as its database is open, and works on tasks once bus and CPI are there. Resolves then. */
export async function startDirector(config: DirectorConfig, options: DirectorOptions = {}): Promise<Director> {
  const world = options.world ?? realWorld();
  const is = (role: Role): boolean => config.roles.includes(role);
  const closers: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    await checkHooks(config);
    const trusted = await readTrustedCerts(config, world.now());
    await mkdir(config.stateDir, { recursive: true, mode: 0o700 });
    const log = await openLog(config.logFile);
    for (const warning of trusted.warnings) log.warn({ config: 'trustedCerts' }, warning);
    const store = await openStore(config.database, world);
    closers.push(() => store.close());
    const uuid = await directorUuid(store, world);
    const signer = new UrlSigner(await signingKey(store, world));
    let { port } = config;
    const origin = (family: 4 | 6): string => {
      const endpoint = config.endpoints.find((one) => one.family === family) ?? config.endpoints[0];
      return `https://${formatEndpoint(endpoint?.address ?? 'localhost', port)}`;
    };
    const blobs = new FileBlobstore(config.blobstore.path, world, signer, origin);
    await blobs.prepare(store.shared);
    const outputs = new TaskOutputs(join(config.stateDir, 'tasks'));
    const tasks = new TaskQueue({ store, outputs, world, log, workers: config.workers, works: is('worker') });
    const previews = new Previews();

    await store.write((tx) =>
      recordEvent(tx, world, { user: '_director', action: 'start', objectType: 'director', objectName: uuid, context: { version } }),
    );
    // counted from the first request on, and nothing of it is loaded where nobody asks
    const requests = config.metrics && new (await import('./metrics/request-metrics.js')).RequestMetrics();
    if (is('api')) {
      const services = {
        config,
        directorUuid: uuid,
        permissions: new Permissions(uuid),
        log,
        world,
        store,
        blobs,
        signer,
        tasks,
        previews,
        outputs,
        uploads: await prepareUploads(config, world, store),
        ...(requests === undefined ? {} : { requests }),
        ...(await createAuthentication(config, store, world)),
      };
      const listener = await listen(services);
      closers.push(() => listener.close());
      port = listener.port;
      log.info({ port, uuid }, 'listening');
    }

    // Everything below is needed by tasks only, and loaded while requests are answered already.
    const { startBus } = await import('./core/start-bus.js');
    const bus = await startBus(config, world);
    closers.push(() => bus.close());
    const { startRenderer } = await import('@bosh6/templates');
    const renderer = startRenderer({ world });
    closers.push(() => renderer.close());
    const cpis = options.makeCpis?.(store) ?? (await import('./cpi/create-cpis.js')).createCpis(config, store);
    closers.push(() => cpis.close());
    const locks = new LeaseLocks(store, world, log);
    const real: Collaborators = {
      config: { ...config, port },
      log,
      world,
      store,
      blobs,
      tasks,
      locks,
      bus: bus.bus,
      busAuthority: bus.authority,
      cpis,
      renderer,
      directorUuid: uuid,
      ...(trusted.certs === undefined ? {} : { trustedCerts: trusted.certs }),
    };
    const failpoints = config.failpoints && new (await import('./failpoints/failpoints.js')).Failpoints(config.failpoints.file);
    const collaborators = failpoints?.around(real) ?? real;
    if (is('worker')) {
      const live = new Set((await begunTasks(store.read)).filter((row) => isLive(row, store, world.now())).map(({ id }) => `task-${id}`));
      await removeLeft(join(config.stateDir, 'tmp'), world, { others: store.shared, keep: (path) => live.has(basename(path)) });
      const { registerHandlers } = await import('./register-handlers.js');
      await registerHandlers(tasks, collaborators, failpoints?.watched);
    }
    closers.push(() => tasks.close());
    await tasks.start();
    if (is('api')) previews.open(collaborators);
    closers.push(() => previews.close());
    if (is('worker')) {
      const { scheduleCleanup } = await import('./orphaned-vms/schedule-cleanup.js');
      closers.push(scheduleCleanup(collaborators));
      const { schedulePruning } = await import('./events/schedule-pruning.js');
      closers.push(schedulePruning(collaborators));
    }
    let counts: () => Promise<ReadonlyMap<string, HealthCounts>> = async () => new Map();
    if (is('health-monitor') && config.healthMonitor.enabled) {
      const { startHealthMonitor } = await import('./health/start-health-monitor.js');
      const health = startHealthMonitor(collaborators, bus.authority);
      closers.push(health.close);
      counts = () => health.monitor.counts();
    }
    if (config.metrics !== undefined) {
      const [{ serveMetrics }, { collectMetrics }] = await Promise.all([
        import('./metrics/serve-metrics.js'),
        import('./metrics/collect-metrics.js'),
      ]);
      const answers = new Map([['/metrics', async () => collectMetrics(collaborators, await counts())]]);
      if (requests !== undefined) answers.set('/api_metrics', () => requests.text());
      const served = await serveMetrics(config.metrics, log, answers);
      closers.push(() => served.close());
    }
    log.info({ port, workers: config.workers, roles: config.roles }, 'ready');
    return { port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function prepareUploads(config: DirectorConfig, world: World, store: Store): Promise<Uploads> {
  const waiting = await store.read.tasks.allIn('state', ['queued', 'processing', 'cancelling']);
  const uploads = new Uploads(join(config.stateDir, 'uploads'), world, config.maxUploadBytes);
  const paths = waiting.map((row) => (row.payload as { path?: unknown } | null)?.path);
  await uploads.prepare(new Set(paths.filter((path) => typeof path === 'string')), store.shared);
  return uploads;
}
