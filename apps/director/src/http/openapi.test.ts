import { mediaTypes } from '@bosh6/director-api';
import { endpoints, openapiDocument, openapiPage } from '@bosh6/director-api/openapi';
import { RequestMethod } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DirectorFixture } from '../director-fixture.test.suite.js';
import { accepted, permission, publicRoute } from './decorators.js';
import { controllers } from './http-module.js';

interface Route {
  readonly route: string;
  readonly needs: string;
  readonly accepts: readonly string[];
}
const paths = (value: unknown): string[] => [value ?? ''].flat().map((path) => String(path).replace(/^\/$/, ''));

/** What the controllers say of themselves. */
function* served(): Generator<Route> {
  for (const controller of controllers) {
    const prototypes = [controller.prototype, Object.getPrototypeOf(controller.prototype)];
    for (const name of new Set(prototypes.flatMap((each) => Object.getOwnPropertyNames(each)))) {
      const handler = controller.prototype[name];
      if (typeof handler !== 'function' || !Reflect.hasMetadata('method', handler)) continue;
      const of = (key: string): unknown => Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, controller);
      const method = RequestMethod[Reflect.getMetadata('method', handler) as number];
      const needs =
        of(publicRoute) === true ? 'public' : ((of(permission) as string[] | undefined)?.join(' and ') ?? 'nothing that it declares');
      for (const base of paths(Reflect.getMetadata('path', controller)))
        for (const path of paths(Reflect.getMetadata('path', handler))) {
          const whole = `/${[base, path].filter(Boolean).join('/')}`.replaceAll(/:(\w+)/g, '{$1}');
          yield { route: `${method} ${whole}`, needs, accepts: (of(accepted) as string[] | undefined) ?? [] };
        }
    }
  }
}
const byRoute = (a: Route, b: Route): number => (a.route < b.route ? -1 : 1);
const told = endpoints.map(
  ({ method, path, needs, accepts = [] }): Route => ({ route: `${method.toUpperCase()} ${path}`, needs, accepts }),
);

let director: DirectorFixture;
beforeAll(async () => {
  director = await DirectorFixture.start();
});
afterAll(() => director.close());

describe('the OpenAPI document', () => {
  it('tells every route that is served, with what it needs and takes, and no other', () => {
    const all = [...served()].filter(({ route }) => !/ \/(uaa|signed)\//.test(route));
    expect([...told].sort(byRoute)).toEqual(all.sort(byRoute));
  });

  it('is had without a token, and tells no more than that', async () => {
    const answer = await director.ask('/openapi.json');
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(answer.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Bosh6 Director' } });
    expect(Object.keys((answer.json() as { paths: object }).paths)).toHaveLength(new Set(endpoints.map(({ path }) => path)).size);
  });

  it('has schemas of bodies, queries and answers', () => {
    const { paths: all } = openapiDocument('1');
    const config = all['/configs']?.post;
    expect(config?.requestBody?.content[mediaTypes.json]?.schema).toMatchObject({
      properties: { expected_latest_id: expect.anything() },
      required: ['type', 'name', 'content'],
    });
    expect(config?.responses['412']?.content).toMatchObject({
      'text/html': { schema: { required: expect.arrayContaining(['latest_id']) } },
    });
    expect(all['/configs']?.get?.parameters.map(({ name }) => name)).toEqual(['type', 'name', 'limit', 'latest']);
    expect(all['/tasks/{id}']?.get?.parameters).toMatchObject([{ name: 'id', in: 'path', required: true }]);
    expect(all['/stemcells']?.post?.requestBody?.content[mediaTypes.upload]?.schema).toEqual({ type: 'string', format: 'binary' });
  });
});

describe('its page', () => {
  it('is one by itself: no script, nothing from elsewhere', async () => {
    const answer = await director.ask('/openapi.html');
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'text/html;charset=utf-8' } });
    expect(answer.text).toMatch(/^<!doctype html>/);
    for (const { path } of endpoints) expect(answer.text).toContain(`<code>${path}</code>`);
    expect(answer.text).not.toMatch(/<script|<link|<img|@import|url\(|https?:/i);
  });

  it('shows what it is told as text', () => {
    const document = openapiDocument('<b>"&');
    expect(openapiPage(document)).toContain('&lt;b&gt;&quot;&amp;');
  });
});
