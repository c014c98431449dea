import { expect, test } from 'vitest';
import { decide } from './decide.js';
import { place } from './place.js';
import type { PlacedInstance } from './placement.js';
import { carriedOut, desire, emptySnapshot, manifestText, sameHashes } from './scenario.test.support.js';
import type { InstanceSnapshot, Snapshot } from './snapshot.js';

const group = { name: 'g', instances: 2, azs: ['z1'], networks: '[{name: v4}, {name: v6, default: [dns, gateway]}]' };
const swapping = (networks = group.networks, strategy = 'create-swap-delete'): string =>
  manifestText([{ ...group, networks }]).replace('update: {', `update: {vm_strategy: ${strategy}, `);
const again = { recreate: true } as const;
const deployed = (text = swapping()): Snapshot => carriedOut(place(emptySnapshot, desire(text)));
const addresses = ({ reservations }: PlacedInstance): string[] => reservations.map(({ address }) => address);
const changed = (snapshot: Snapshot, change: (instance: InstanceSnapshot) => Partial<InstanceSnapshot>): Snapshot => ({
  ...snapshot,
  instances: snapshot.instances.map((instance) => ({ ...instance, ...change(instance) })),
});
/** What is found when the new VMs were made and the deploy then failed. */
const cutOff = (snapshot: Snapshot): Snapshot => {
  const next = carriedOut(place(snapshot, { ...desire(swapping()), ...again }));
  return {
    ...snapshot,
    instances: snapshot.instances.map((instance, at): InstanceSnapshot => {
      const { vm, applied, reservations = [] } = next.instances[at] ?? {};
      if (vm === undefined || applied === undefined) return instance;
      const own = reservations.map((held) => ({ ...held, id: held.id + 100, holder: 'spare' as const }));
      const { cloudProperties, envHashes } = applied;
      return {
        ...instance,
        reservations: [...instance.reservations, ...own],
        spare: { ...vm, cid: `spare-${at}`, cloudProperties, envHashes },
      };
    }),
  };
};

test('a new VM beside the old one gets addresses that are not those of the old one, and the plan says so', () => {
  const snapshot = deployed();
  const placement = place(snapshot, { ...desire(swapping()), ...again });
  expect(placement.instances.map(addresses)).toEqual([
    ['10.0.0.4', 'fd00:1::4'],
    ['10.0.0.5', 'fd00:1::5'],
  ]);
  expect(placement.instances.map(({ swap }) => swap)).toEqual(['new', 'new']);
  expect(placement.instances.map(({ releases }) => releases)).toEqual(
    snapshot.instances.map(({ reservations }) => reservations.map(({ id }) => id)),
  );
  const [step] = decide(placement, sameHashes(placement)).instances;
  expect(step?.action).toBe('recreate');
  expect(step?.changes.map(({ kind }) => kind)).toEqual(['recreate', 'network']);
});

test.each([
  ['nothing that needs a new VM', deployed(), swapping(), {}],
  ['another strategy', deployed(), swapping(group.networks, 'delete-create'), again],
  [
    'a static address',
    deployed(swapping('[{name: v4, static_ips: [10.0.0.50, 10.0.0.51]}]')),
    swapping('[{name: v4, static_ips: [10.0.0.50, 10.0.0.51]}]'),
    again,
  ],
  ['a VM that is gone', changed(deployed(), ({ vm }) => (vm ? { vm: { ...vm, jobState: 'gone' } } : {})), swapping(), again],
  ['a silent agent', changed(deployed(), ({ vm }) => (vm ? { vm: { ...vm, jobState: 'unresponsive' } } : {})), swapping(), again],
  ['an ignored instance', changed(deployed(), () => ({ ignore: true })), swapping(), again],
])('with %s no VM is made beside another, and the addresses stay', (_, snapshot, text, options) => {
  const { instances } = place(snapshot, { ...desire(text), ...options });
  expect(instances.map(({ swap }) => swap)).toEqual([undefined, undefined]);
  expect(instances.flatMap(({ reservations }) => reservations.filter(({ heldBy }) => heldBy === undefined))).toEqual([]);
});

test('a group may differ from the manifest', () => {
  const text = swapping(group.networks, 'delete-create').replace('instances: 2', 'update: {vm_strategy: create-swap-delete}, instances: 2');
  expect(place(deployed(), { ...desire(text), ...again }).instances.map(({ swap }) => swap)).toEqual(['new', 'new']);
});

test('VMs that a cut-off deploy made are taken where they fit', () => {
  const snapshot = cutOff(deployed());
  const placement = place(snapshot, { ...desire(swapping()), ...again });
  expect(placement.instances.map(({ swap }) => swap)).toEqual(['spare', 'spare']);
  expect(placement.instances.map(addresses)).toEqual([
    ['10.0.0.4', 'fd00:1::4'],
    ['10.0.0.5', 'fd00:1::5'],
  ]);
});

test.each<[string, (spare: NonNullable<InstanceSnapshot['spare']>) => object]>([
  ['of another stemcell', () => ({ stemcell: { name: 's', version: '0' } })],
  ['of other cloud properties', () => ({ cloudProperties: { cpu: 9 } })],
  ['of another env', () => ({ envHashes: { secret: 'other' } })],
  ['on other networks', ({ networks }) => ({ asked: { ...networks, v4: { ...networks.v4, dns: ['10.0.0.9'] } } })],
  ['that is silent', () => ({ jobState: 'unresponsive' })],
])('one %s is not', (_, change) => {
  const snapshot = changed(cutOff(deployed()), ({ spare }) => (spare ? { spare: { ...spare, ...change(spare) } } : {}));
  const { instances } = place(snapshot, { ...desire(swapping()), ...again });
  expect(instances.map(({ swap }) => swap)).toEqual(['new', 'new']);
  expect(instances.flatMap(({ reservations }) => reservations.filter(({ heldBy }) => heldBy !== undefined))).toEqual([]);
});

test('one whose CPI tells more of its networks than it was asked for serves', () => {
  const told = ({ spare }: InstanceSnapshot): Partial<InstanceSnapshot> =>
    spare === undefined ? {} : { spare: { ...spare, networks: { ...spare.networks, v4: { ...spare.networks.v4, preconfigured: true } } } };
  const { instances } = place(changed(cutOff(deployed()), told), { ...desire(swapping()), ...again });
  expect(instances.map(({ swap }) => swap)).toEqual(['spare', 'spare']);
});

test('what a cut-off deploy left is no reason to change anything', () => {
  const snapshot = cutOff(deployed());
  const idle = changed(deployed(), ({ id, reservations }) => ({
    reservations: [
      ...reservations,
      { id: 200 + id, network: 'v4', family: 4, address: `10.0.0.${9 + id}`, prefix: 32, kind: 'dynamic', holder: 'none' },
    ],
  }));
  for (const found of [snapshot, idle]) {
    const placement = place(found, desire(swapping()));
    expect(decide(placement, sameHashes(placement)).isNoop).toBe(true);
  }
  expect(place(idle, desire(swapping())).instances.map(({ releases }) => releases)).toEqual([[201], [202]]);
});

test('addresses that no VM uses are taken first', () => {
  const idle = changed(deployed(), ({ id, reservations }) => ({
    reservations: [
      ...reservations,
      { id: 200 + id, network: 'v4', family: 4, address: `10.0.0.${9 + id}`, prefix: 32, kind: 'dynamic', holder: 'none' },
    ],
  }));
  const { instances } = place(idle, { ...desire(swapping()), ...again });
  expect(instances.map(({ reservations }) => reservations.find(({ family }) => family === 4))).toMatchObject([
    { address: '10.0.0.10', heldBy: 201 },
    { address: '10.0.0.11', heldBy: 202 },
  ]);
});
