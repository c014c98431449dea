import { CodedError } from '@bosh6/base';
import { locateError, parseCloudConfig, parseManifest, parseYaml, type SourceDocument } from '@bosh6/formats';
import { IntervalSet, IpRange } from '@bosh6/ip';
import { describe, expect, it } from 'vitest';
import { cloudConfigRows } from './error-rows/cloud-config-rows.test.support.js';
import { groupRows } from './error-rows/group-rows.test.support.js';
import type { ErrorRow } from './error-rows/row.test.support.js';
import { place } from './place.js';
import { carriedOut, desire, emptySnapshot } from './scenario.test.support.js';
import type { Snapshot } from './snapshot.js';
import { packIntervals } from './used-addresses.js';

const mark = '§';
const read = (text: string, name: string): SourceDocument => parseYaml(text.replace(mark, ''), name);
const texts = ({ manifest, clouds }: Pick<ErrorRow, 'manifest' | 'clouds'>): [string, string][] => [
  ['manifest', manifest],
  ...clouds.map((text, at): [string, string] => [`cloud-config ${at}`, text]),
];

/** Where the mark stands. */
function marked(row: ErrorRow): { document: string; line: number; column: number } {
  const found = texts(row).flatMap(([document, text]) => {
    const before = text.split(mark);
    if (before.length === 1) return [];
    const lines = (before[0] ?? '').split('\n');
    return [{ document, line: lines.length, column: (lines.at(-1) ?? '').length + 1 }];
  });
  if (found.length !== 1 || found[0] === undefined) throw new Error(`one text of '${row.row}' has a mark`);
  return found[0];
}

/** What a Director does with the texts of a deploy, up to the plan. */
function plan(given: Pick<ErrorRow, 'manifest' | 'clouds'>, snapshot: Snapshot) {
  const [manifest, ...clouds] = texts(given).map(([name, text]) => read(text, name));
  if (manifest === undefined) throw new Error('there is a manifest');
  try {
    const parsed = { manifest: parseManifest(manifest), cloudConfig: parseCloudConfig(clouds) };
    return place(snapshot, { ...desire(manifest.text), ...parsed, neverAllocate: ['192.168.1.222'] });
  } catch (error) {
    if (!CodedError.is(error) || error.where?.line !== undefined) throw error;
    const document = [manifest, ...clouds].find(({ name }) => name === (error.where?.document ?? 'manifest'));
    throw document === undefined ? error : locateError(error, document);
  }
}

function snapshotOf({ before, used }: ErrorRow): Snapshot {
  const done = before === undefined ? emptySnapshot : carriedOut(plan(before, emptySnapshot));
  return {
    ...done,
    instances: done.instances.map((instance) => ({ ...instance, ignore: before?.ignored ?? false })),
    ...(used === undefined ? {} : { used: packIntervals(IntervalSet.of(IpRange.parse(used))) }),
  };
}

it('has every number of section 1 that a config or a manifest can bring about', () => {
  const numbers = new Set([...cloudConfigRows, ...groupRows].map(({ number }) => number));
  const section = [
    [40000, 40001, 190004, 190005, 190007, 190013, 190017, 570000, 190008, 190010, 420001],
    [160001, 160002, 160003, 160004, 160005, 160006, 160007, 160008, 160010, 16013, 16014, 140016, 120001, 120002],
    [140009, 150001, 150002, 150003, 150004, 150005, 150006, 150007, 150008, 150009, 140017, 140018, 190018, 190020],
    [130007, 130008, 130010, 130011, 130013, 130014],
  ];
  expect(section.flat().filter((number) => !numbers.has(number))).toEqual([]);
});

/** The networking reference, section 1: each error has its number, names network, subnet and value, and points at what was written. */
describe.each([
  ['cloud config', cloudConfigRows],
  ['instance group', groupRows],
])('%s', (_name, rows) => {
  it.each(rows.map((row) => [row.row, row] as const))('%s', (_row, row) => {
    const snapshot = snapshotOf(row);
    let told: unknown;
    try {
      told = plan(row, snapshot);
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(CodedError);
    const { number, message, where } = told as CodedError;
    expect({ number, missing: row.says.filter((word) => !message.includes(word)), message }).toEqual({
      number: row.number,
      missing: [],
      message,
    });
    expect({ document: where?.document, line: where?.line, column: where?.column }).toEqual(marked(row));
  });
});
