/** The environment variables that say by which proxy to go (bosh-cli; Go's `httpproxy` for the usual ones): `process.env` will do. */
export type ProxyEnv = Readonly<Partial<Record<string, string>>>;
