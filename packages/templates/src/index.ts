export { bindProperties } from './bind-properties.js';
export { fail as templateErrors } from './errors.js';
export { configurationHash, templateHash } from './hashes.js';
export { RenderMemo } from './render-memo.js';
export { rendersAhead, startRenderer } from './renderer.js';
export type {
  JobSpecProperties,
  ProvidedLink,
  RenderContext,
  RenderError,
  RenderedFile,
  RenderedJob,
  Renderer,
  RendererOptions,
  RenderJob,
  RenderRequest,
  RenderResult,
  TemplateSource,
} from './types.js';
