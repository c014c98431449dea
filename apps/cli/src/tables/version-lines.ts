interface Versioned {
  readonly name?: string | null | undefined;
  readonly version?: string | null | undefined;
}

/** `name/version`, one a line, in the Director's order. */
export const versionLines = (list: readonly Versioned[] | null | undefined): string =>
  (list ?? []).map(({ name, version }) => `${name}/${version}`).join('\n');
