export { type JsonSchema, jsonSchema } from './json-schema.js';
export { type DocumentKind, documentKinds, kindNames } from './kinds.js';
