export { CodedError, type ErrorDefinition, type ErrorOptionsOfOurs, type Fault, type Where } from './coded-error.js';
export { defineErrors, type ErrorRegistry, relocated, reworded, withWhere } from './error-registry.js';
export { isJsonObject, type Json, type JsonObject } from './json.js';
export { Secret } from './secret.js';
export { VirtualWorld } from './virtual-world.js';
export { realWorld, type Timer, type World } from './world.js';
