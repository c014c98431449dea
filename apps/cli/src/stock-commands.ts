/** Commands of the stock CLI that bosh6 has not yet, with their aliases and what does the same today, if anything. */
const missing: Readonly<Record<string, { readonly aliases?: readonly string[]; readonly instead?: string }>> = {
  'add-blob': {},
  blobs: {},
  completion: {},
  'create-env': { instead: '`bosh6 up` starts a Director on this machine' },
  'delete-env': { instead: '`bosh6 down --delete-state` removes the Director of this machine' },
  'finalize-release': {},
  'generate-job': {},
  'generate-package': {},
  'init-release': {},
  'inspect-local-release': {},
  'inspect-local-stemcell': {},
  pcap: {},
  'redigest-release': { aliases: ['redigest'] },
  'remove-blob': {},
  'repack-stemcell': {},
  'reset-release': {},
  'sha1ify-release': {},
  'sha2ify-release': {},
  'start-env': {},
  'stop-env': {},
  'sync-blobs': {},
  'unalias-env': {},
  'upload-blobs': {},
  'vendor-package': {},
};

/** What stands in for a command that only the stock CLI has; undefined for a word that is no command there. */
export function stockCommand(word: string): { readonly name: string; readonly instead?: string | undefined } | undefined {
  const found = Object.entries(missing).find(([name, { aliases = [] }]) => name === word || aliases.includes(word));
  return found === undefined ? undefined : { name: found[0], instead: found[1].instead };
}
