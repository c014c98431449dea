import type { StemcellEntry } from '@bosh6/director-api/client';
import { type Finding, fine, wanting } from '@bosh6/lab/machine';
import { fail } from '../errors.js';
import { isSince } from './director-version.js';
import type { Use } from './networks-in-use.js';

/** What a stemcell's `api_version` brings (formats reference 2): without 2 a CPI needs a registry, without 3 a VM gets the blobstore's own credentials. */
const registryless = 2;
const signedUrls = 3;

/** Stemcells that deployments use, and what they are too old for. Those that nobody uses harm nobody. */
export function stemcellFindings(stemcells: readonly StemcellEntry[], uses: readonly Use[]): Finding[] {
  const used = stemcells.filter(({ deployments }) => (deployments ?? []).length > 0);
  const groups = uses.find(({ feature }) => feature === 'nic_group');
  const problems = used.flatMap((stemcell): Finding[] => {
    const version = stemcell.api_version ?? 1;
    if (version < registryless) return [tooOld(stemcell, `has API ${version}: its agent looks for a registry`, 'fail')];
    if (groups !== undefined && lacksNicGroup(stemcell))
      return [tooOld(stemcell, 'has an agent without nic_group, which is asked for', 'fail')];
    if (version < signedUrls)
      return [tooOld(stemcell, `has API ${version}: its VMs get the blobstore's credentials and no signed URLs`, 'warn')];
    return [];
  });
  if (problems.length > 0) return problems;
  const names = used.map(({ name, version, api_version: api }) => `${name}/${version} (API ${api ?? 1})`);
  return [fine('stemcells', names.length === 0 ? `none is in use, ${stemcells.length} are stored` : names.join(', '))];
}

/** Lines that ended before there was nic_group. */
const linesWithout = ['ubuntu-trusty', 'ubuntu-xenial', 'ubuntu-bionic'];

/** Jammy got it with 1.943 (agent reference 2.5); every later line has had it from the start. */
const lacksNicGroup = ({ operating_system: os, version }: StemcellEntry): boolean =>
  linesWithout.includes(os ?? '') || (os === 'ubuntu-jammy' && !isSince(String(version), [1, 943]));

function tooOld({ name, version, deployments }: StemcellEntry, what: string, state: 'warn' | 'fail'): Finding {
  const users = (deployments ?? []).map((deployment) => deployment?.name ?? '').join(', ');
  const hint = `upload a newer one, and deploy ${users} with it`;
  return wanting(
    'stemcells',
    fail('StemcellTooOld', `${name}/${version} ${what}`, { hint, where: { object: `stemcell ${name}/${version}` } }),
    state,
  );
}
