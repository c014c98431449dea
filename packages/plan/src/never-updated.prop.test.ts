import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, needsNewVm } from './decide.js';
import type { Desired } from './desired.js';
import { place } from './place.js';
import type { Change } from './plan.js';
import { carriedOut, cloudText, desire, emptySnapshot, manifestText, sameHashes } from './scenario.test.support.js';
import type { InstanceSnapshot } from './snapshot.js';

interface Wanted {
  cpu: number;
  env: string;
  version: string;
  gateway: string;
  dns: string;
  address: string;
}
const first: Wanted = { cpu: 1, env: '{}', version: '1', gateway: '10.0.0.1', dns: '', address: '10.0.0.50' };
const wanted: fc.Arbitrary<Wanted> = fc.record({
  cpu: fc.constantFrom(1, 4),
  env: fc.constantFrom('{}', '{a: 1}'),
  version: fc.constantFrom('1', '2'),
  gateway: fc.constantFrom('10.0.0.1', '10.0.0.2'),
  dns: fc.constantFrom('', 'dns: [8.8.8.8], '),
  address: fc.constantFrom('10.0.0.50', '10.0.0.51'),
});

function desiredOf({ cpu, env, version, gateway, dns, address }: Wanted): Desired {
  const networks = `[{name: v4, static_ips: [${address}]}]`;
  const manifest = manifestText([{ name: 'web', instances: 1, azs: ['z1'], networks, disk: true }])
    .replace('vm_type: small', `vm_type: small, env: ${env}`)
    .replace('os: o, version: 1', `os: o, version: "${version}"`);
  const cloud = cloudText.replace('{cpu: 1}', `{cpu: ${cpu}}`).replace('gateway: 10.0.0.1,', `gateway: ${gateway}, ${dns}`);
  const desired = desire(manifest, cloud);
  return { ...desired, stemcells: desired.stemcells.map((stemcell) => ({ ...stemcell, version })) };
}

/** What a deploy does with an instance that was made as at first, and then this happened to. */
function stepFor(asked: Wanted, happened: (web: InstanceSnapshot) => void) {
  const snapshot = carriedOut(place(emptySnapshot, desiredOf(first)));
  snapshot.instances.forEach(happened);
  const placement = place(snapshot, desiredOf(asked));
  const [step] = decide(placement, sameHashes(placement)).instances;
  if (step === undefined) throw new Error('nothing was planned');
  return step;
}

const neverUpdated = (web: InstanceSnapshot): void => {
  web.updateCompleted = false;
  delete web.applied;
};
const ofVm = (changes: readonly Change[]): Change[] => changes.filter((change) => needsNewVm([change]));

test('a VM whose first update did not end is made anew for the same reasons as any other', () => {
  fc.assert(
    fc.property(wanted, (asked) => {
      const step = stepFor(asked, neverUpdated);
      const usual = stepFor(asked, () => {});
      expect(ofVm(step.changes)).toEqual(ofVm(usual.changes));
      expect(step.action).toBe(ofVm(usual.changes).length > 0 ? 'recreate' : 'update');
    }),
    { numRuns: 40 },
  );
});

test('without a change of them it keeps that VM', () => {
  const told = (web: InstanceSnapshot): void => {
    neverUpdated(web);
    // as a CPI answers that says which NIC it made, and more
    if (web.vm !== undefined) web.vm.networks = { v4: { ...web.vm.networks.v4, mac: '02:00:00:00:00:01', preconfigured: true } };
  };
  expect(stepFor(first, told)).toMatchObject({ action: 'update', changes: [{ kind: 'dirty' }], disk: 'keep' });
});
