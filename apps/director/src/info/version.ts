/** In the form of BOSH's: the version, and in brackets the commit that it was made of. */
export const version = '0.1.0 (00000000)';
