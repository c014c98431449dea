/** What to change in a text that is an address but for its zone (RFC 4007) or its brackets (RFC 3986); undefined when it has neither. */
export function spellingHint(text: string): string | undefined {
  const zone = /%[^\s/%[\]-]*/.exec(text)?.[0];
  if (zone !== undefined) return `leave out the zone '${zone}': a NIC's name means nothing outside its own machine`;
  if (/[[\]]/.test(text)) return 'leave out the brackets: they belong to URLs and to addresses with a port';
  return undefined;
}
