export { endpoints, type OpenapiDocument, type OpenapiOperation, openapiDocument } from './document.js';
export type { Endpoint } from './endpoint.js';
export { openapiPage } from './page.js';
