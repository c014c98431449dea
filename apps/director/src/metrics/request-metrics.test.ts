import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DirectorFixture } from '../director-fixture.test.suite.js';

let director: DirectorFixture;
let port: number;
beforeAll(async () => {
  port = await freePort();
  director = await DirectorFixture.start({ metrics: { port, listen: '127.0.0.1' } });
});
afterAll(() => director.close());

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: taken } = server.address() as { port: number };
      server.close(() => resolve(taken));
    });
  });
}

const scraped = async (path: string): Promise<string> => (await fetch(`http://127.0.0.1:${port}${path}`)).text();

it('requests are counted by route, method and status; no id or name of an object is among the labels', async () => {
  await director.ask('/tasks');
  for (const id of [41, 42]) await director.as(`/tasks/${id}`);
  await director.as('/deployments/secret-name', { method: 'DELETE' });
  await director.as('/nowhere');
  await expect.poll(() => scraped('/api_metrics')).toContain('http_server_requests_total{code="404",method="get",path=""} 1');
  const text = await scraped('/api_metrics');
  expect(text).toContain('http_server_requests_total{code="404",method="get",path="/tasks/:id"} 2');
  expect(text).toContain('http_server_requests_total{code="401",method="get",path="/tasks"} 1');
  expect(text).toContain('http_server_requests_total{code="404",method="delete",path="/deployments/:name"} 1');
  expect(text).toContain('http_server_request_duration_seconds_count{method="get",path="/tasks/:id"} 2');
  expect(text).not.toContain('secret-name');
  expect(await scraped('/metrics')).toContain('bosh_resurrection_enabled 1');
});
