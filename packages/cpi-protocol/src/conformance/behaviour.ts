import { randomUUID } from 'node:crypto';
import type { Json } from '@bosh6/base';
import type { CallContext, Cpi, CpiNetworks } from '../cpi.js';
import type { AgentId, StemcellCid } from '../ids.js';

/** What some CPIs cannot do, or their library cannot tell: `macs`, that create_vm tells its NICs' MAC addresses. */
export const abilities = ['macs', 'snapshots'] as const;
export type Ability = (typeof abilities)[number];

/** What the tests of one implementation bring. Everything is made new for each behaviour, and `release` takes it away. */
export interface Subject {
  cpi: Cpi;
  /** An image for create_stemcell. */
  imagePath: string;
  cloudProperties?: { stemcell?: { [key: string]: Json }; vm?: { [key: string]: Json }; disk?: { [key: string]: Json } };
  /** Networks for one VM; another number gives other addresses. */
  networks(number: number): CpiNetworks;
  /** Nothing unless given; what needs one of these need not be run. */
  lacks?: readonly Ability[];
}

export interface Behaviour {
  /** A sentence: what every CPI does. */
  name: string;
  needs?: Ability;
  run(subject: Subject): Promise<void>;
}

export function context(requestId: string = randomUUID()): CallContext {
  return { requestId, directorUuid: 'conformance', vm: { stemcell: { api_version: 3 } }, log: () => undefined };
}

/** A stemcell and a way to make VMs of it; takes all of it away afterwards, also after a failure. */
export async function withVms(
  { cpi, imagePath, cloudProperties, networks }: Subject,
  work: (tools: { create(number: number, requestId?: string): ReturnType<Cpi['createVm']>; stemcell: StemcellCid }) => Promise<void>,
): Promise<void> {
  const stemcell = await cpi.createStemcell(imagePath, cloudProperties?.stemcell ?? {}, undefined, context());
  const made = new Set<Awaited<ReturnType<Cpi['createVm']>>['cid']>();
  try {
    await work({
      stemcell,
      async create(number, requestId) {
        const request = {
          agentId: randomUUID() as AgentId,
          stemcellCid: stemcell,
          cloudProperties: cloudProperties?.vm ?? {},
          networks: networks(number),
          diskCids: [],
          env: { bosh: { group: 'conformance' } },
        };
        const created = await cpi.createVm(request, context(requestId));
        made.add(created.cid);
        return created;
      },
    });
  } finally {
    for (const cid of made) if (await cpi.hasVm(cid, context())) await cpi.deleteVm(cid, context());
    await cpi.deleteStemcell(stemcell, context());
  }
}
