import { mkdirSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { jsonSchema } from './json-schema.js';
import { kindNames } from './kinds.js';

// Writes docs/reference/schemas: node packages/formats/dist/schema/write-schemas.js DIRECTORY
const directory = argv[2] ?? 'docs/reference/schemas';
mkdirSync(directory, { recursive: true });
for (const kind of kindNames) writeFileSync(`${directory}/${kind}.json`, `${JSON.stringify(jsonSchema(kind), null, 2)}\n`);
