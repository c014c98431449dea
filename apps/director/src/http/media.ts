import type { Readable } from 'node:stream';
import { mediaTypes } from '@bosh6/director-api';
import type { FastifyInstance } from 'fastify';
import { fail } from '../errors.js';
import type { Medium } from './decorators.js';

const media: ReadonlyMap<string, Medium> = new Map(Object.entries(mediaTypes).map(([medium, type]) => [type, medium as Medium]));
const jsonLimit = 1024 * 1024;
/** Manifests and configs, which people write; many times the largest that are known. */
const textLimit = 16 * 1024 * 1024;

/** The kind of body that a content type names, its parameters aside. */
export function mediumOf(contentType: string | undefined): Medium | undefined {
  return media.get(contentType?.split(';')[0]?.trim().toLowerCase() ?? '');
}

/** Texts are read, JSON is parsed, uploads stay streams. What is no JSON is a body of `MalformedJson`, which the guard throws: first come route and permission. */
export function registerParsers(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(mediaTypes.json, { parseAs: 'string', bodyLimit: jsonLimit }, (_request, text, done) => {
    if (text === '') return done(null, undefined);
    try {
      done(null, JSON.parse(text as string));
    } catch (cause) {
      done(null, fail('MalformedJson', 'the body is not JSON', { cause }));
    }
  });
  fastify.addContentTypeParser([mediaTypes.yaml, 'text/plain'], { parseAs: 'string', bodyLimit: textLimit }, (_request, text, done) =>
    done(null, text),
  );
  fastify.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 65_536 }, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(text as string))),
  );
  fastify.addContentTypeParser('*', (_request, stream: Readable, done) => done(null, stream));
}
