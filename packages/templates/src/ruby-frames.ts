import type { Read } from './reads.js';

/** A template's context, each part as JSON: Ruby reads a part only when the template does. */
export interface ContextTexts {
  readonly spec: string;
  /** Keys in order at every level, but not inside lists. */
  readonly properties: string;
  readonly links: Readonly<Record<string, string>>;
}

/** What one template is rendered from. */
export interface TemplateInput {
  /** `JOB/SOURCE`, as backtraces name it. */
  readonly path: string;
  readonly template: string | Uint8Array;
  readonly context: ContextTexts;
  /** Whether what it reads is to be told. */
  readonly wantsReads: boolean;
}

/** `altered`: a template has changed what the code of others does, since Ruby was started. */
export type TemplateOutput =
  | { readonly ok: true; readonly content: Uint8Array; readonly reads?: readonly Read[]; readonly altered?: boolean }
  | { readonly ok: false; readonly message: string; readonly line?: number; readonly altered?: boolean };

/** The length of all, the number of parts, the length of each, the parts; numbers have 4 bytes, the lowest first. */
export function writeInput({ path, template, context, wantsReads }: TemplateInput): Uint8Array<ArrayBuffer> {
  const links = Object.entries(context.links).flat();
  const parts = [path, template, wantsReads ? 'reads' : '', context.spec, context.properties, ...links].map((part) =>
    typeof part === 'string' ? Buffer.from(part) : part,
  );
  const lengths = [0, parts.length, ...parts.map((part) => part.byteLength)];
  const head = Buffer.alloc(4 * lengths.length);
  for (const [at, length] of lengths.entries()) head.writeUInt32LE(length, 4 * at);
  const all = new Uint8Array(Buffer.concat([head, ...parts]));
  new DataView(all.buffer).setUint32(0, all.byteLength - 8, true);
  return all;
}

interface Head {
  readonly ok: boolean;
  readonly altered?: boolean | null;
  readonly reads?: readonly Read[] | null;
  readonly error?: { readonly message: string; readonly line: number | null };
}

/** The length of the head, the head as JSON, the content. */
export function readOutput(bytes: Uint8Array): TemplateOutput {
  const content = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head = JSON.parse(Buffer.from(bytes.subarray(4, content)).toString()) as Head;
  const altered = head.altered === true ? { altered: true } : {};
  if (head.error !== undefined) {
    const { message, line } = head.error;
    return { ok: false, message, ...(line === null ? {} : { line }), ...altered };
  }
  return { ok: true, content: bytes.slice(content), ...(head.reads ? { reads: head.reads } : {}), ...altered };
}
