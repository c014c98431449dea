import { webcrypto } from 'node:crypto';

export type X509Library = typeof import('@peculiar/x509');

let loading: Promise<X509Library> | undefined;

/** The certificate library takes some 80 ms to load, so it is loaded when a certificate is first made. */
export function x509(): Promise<X509Library> {
  loading ??= load();
  return loading;
}

async function load(): Promise<X509Library> {
  await import('reflect-metadata');
  const library = await import('@peculiar/x509');
  library.cryptoProvider.set(webcrypto as never);
  return library;
}
