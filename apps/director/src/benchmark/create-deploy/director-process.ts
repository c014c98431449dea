// A Director as it is, only its infrastructure is simulated: VMs are agents in the process that forked this one.
import type { JsonObject } from '@bosh6/base';
import { type Cpi, type CreateVmRequest, cpiError, type VmCid } from '@bosh6/cpi-protocol';
import type { Cpis } from '../../core/collaborators.js';
import { readConfig } from '../../core/config.js';
import { keepHeapSmall } from '../../core/keep-heap-small.js';
import { startDirector } from '../../start-director.js';
import { beMeasured, tell } from './measured.js';
import type { NewAgent } from './messages.js';

const created = async ({ agentId, env, networks }: CreateVmRequest) => {
  const { urls, cert } = (env as { bosh: { mbus: { urls: string[]; cert: NewAgent['cert'] } } }).bosh.mbus;
  tell({ kind: 'create', vm: { agentId, servers: urls, cert } });
  return { cid: `vm-${agentId}` as VmCid, networks };
};
const methods: Partial<Cpi> = {
  info: async () => ({ stemcell_formats: ['bench'], api_version: 2, capabilities: { idempotent_requests: true } }),
  createVm: created,
  setVmMetadata: async (_cid: VmCid, _metadata: JsonObject) => undefined,
};
const cpi = new Proxy(methods, {
  get: (target, name) =>
    Reflect.get(target, name) ??
    (name === 'then' ? undefined : () => Promise.reject(cpiError('NotImplemented', `no ${String(name)} in a bench`))),
}) as Cpi;
const cpis: Cpis = {
  known: async () => [{ name: '', formerNames: [] }],
  use: (_name, work) => work(cpi),
  close: async () => undefined,
};

keepHeapSmall();
beMeasured();
const { port } = await startDirector(await readConfig(process.argv[2] ?? ''), { makeCpis: () => cpis });
tell({ kind: 'ready', port });
