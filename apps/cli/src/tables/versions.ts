/** Names ascending, newest version first. */
export async function sortByNameAndVersion<T extends { name: string; version: string }>(items: readonly T[]): Promise<T[]> {
  const { compareVersions } = await import('@bosh6/formats');
  return [...items].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : compareVersions(b.version, a.version)));
}
