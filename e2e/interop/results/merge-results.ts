/** What each comparison found when it last ran: by test file, by the test's full name. */
export type Results = Readonly<Record<string, Readonly<Record<string, 'passed' | 'failed'>>>>;

/** A test file that was run, and its tests. */
export interface RanFile {
  readonly file: string;
  readonly tests: readonly { readonly name: string; readonly state: 'passed' | 'failed' | 'skipped' | 'pending' }[];
}

/** Of a file that ran, its tests as they are now; a test that was skipped, as those of other files, stays as it was. In the order of the names. */
export function mergeResults(before: Results, ran: readonly RanFile[]): Results {
  const fresh = ran.map(({ file, tests }) => {
    const states = tests.flatMap(({ name, state }) => {
      const kept = state === 'passed' || state === 'failed' ? state : before[file]?.[name];
      return kept === undefined ? [] : [[name, kept] as const];
    });
    return [file, sorted(Object.fromEntries(states))] as const;
  });
  return sorted({ ...before, ...Object.fromEntries(fresh.filter(([, states]) => Object.keys(states).length > 0)) });
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
