/** An instance as people know it: `nginx/<uuid> (0)`. */
export function titleOf(instance: { group: string; uuid: string; index: number }): string {
  return `${instance.group}/${instance.uuid} (${instance.index})`;
}
