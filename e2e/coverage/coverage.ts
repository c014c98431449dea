/** Promises of one page, in its own words, each with the tests that show it. */
export type Promises = Readonly<Record<string, readonly Shown[]>>;

/** A test file below the repository, or one of its tests: `path > part of the test's name`. */
export type Shown = `${string}.ts` | `${string}.ts > ${string}`;
