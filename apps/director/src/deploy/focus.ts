/** What a task is about when that is less than a whole deployment: a group, or one of its instances. Nothing else is asked, rendered or changed. */
export interface Focus {
  group: string;
  uuid?: string;
}

export function isInFocus(focus: Focus | undefined, instance: { group: string; uuid: string }): boolean {
  return focus === undefined || (focus.group === instance.group && (focus.uuid ?? instance.uuid) === instance.uuid);
}
