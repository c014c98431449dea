export { createCa, issue } from './certificate.js';
export { commonNameOf } from './distinguished-name.js';
export { fail as credentialErrors } from './errors.js';
export { generateRsaKeyPair, publicKeyOf } from './key.js';
export { generatePassword } from './password.js';
export { passwordHash } from './sha512-crypt.js';
export type { CreateCaOptions, IssueOptions, KeyPair, KeyType, PemPair, SubjectAltNames } from './types.js';
