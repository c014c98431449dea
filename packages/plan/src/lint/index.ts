export { lintDocuments } from './lint-documents.js';
export { trap as lintTraps } from './traps.js';
