export { createCa, issue } from './certificate.js';
export { commonNameOf } from './distinguished-name.js';
export { fail as credentialErrors } from './errors.js';
export { generateRsaKeyPair, publicKeyOf } from './key.js';
export { generatePassword } from './password.js';
export { passwordHash } from './sha512-crypt.js';
export { generateSshKeyPair } from './ssh-key.js';
export type {
  CreateCaOptions,
  ExtendedKeyUsage,
  IssueOptions,
  KeyPair,
  KeyType,
  KeyUsage,
  NameParts,
  PemPair,
  SshKeyPair,
  SubjectAltNames,
} from './types.js';
export { type Definition, generateVariable } from './variables/generate-variable.js';
