/** Commands of the stock CLI that bosh6 has not yet, and what does the same today, if anything. */
const missing: Readonly<Record<string, { readonly instead?: string }>> = {
  'create-env': { instead: '`bosh6 up` starts a Director on this machine' },
  'delete-env': { instead: '`bosh6 down --delete-state` removes the Director of this machine' },
  pcap: {},
  'start-env': {},
  'stop-env': {},
};

/** What stands in for a command that only the stock CLI has; undefined for a word that is no command there. */
export function stockCommand(word: string): { readonly name: string; readonly instead?: string | undefined } | undefined {
  const found = Object.hasOwn(missing, word) ? missing[word] : undefined;
  return found === undefined ? undefined : { name: word, instead: found.instead };
}
