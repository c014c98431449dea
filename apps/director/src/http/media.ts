import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { fail } from '../errors.js';
import type { Medium } from './decorators.js';

const media: Record<string, Medium> = { 'text/yaml': 'yaml', 'application/json': 'json', 'application/x-compressed': 'upload' };
const textLimit = 64 * 1024 * 1024;

/** The kind of body that a content type names, its parameters aside. */
export function mediumOf(contentType: string | undefined): Medium | undefined {
  return media[contentType?.split(';')[0]?.trim().toLowerCase() ?? ''];
}

/** Texts are read, JSON is parsed, uploads stay streams. */
export function registerParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: textLimit }, (_request, text, done) => {
    if (text === '') return done(null, undefined);
    try {
      done(null, JSON.parse(text as string));
    } catch (cause) {
      done(fail('MalformedJson', 'the body is not JSON', { cause }));
    }
  });
  fastify.addContentTypeParser(['text/yaml', 'text/plain'], { parseAs: 'string', bodyLimit: textLimit }, (_request, text, done) =>
    done(null, text),
  );
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 65_536 }, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(text as string))),
  );
  fastify.addContentTypeParser('*', (_request, stream: Readable, done) => done(null, stream));
}
