import type { FastifyInstance } from 'fastify';
import { Counter, Histogram, Registry } from 'prom-client';

/** What the API was asked and how long that took, in Prometheus' text, under the original's names (director-api reference 4.14). */
export class RequestMetrics {
  readonly #registry = new Registry();
  readonly #requests = new Counter({
    name: 'http_server_requests_total',
    help: 'Requests that were answered',
    labelNames: ['code', 'method', 'path'],
    registers: [this.#registry],
  });
  readonly #durations = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'How long they took',
    labelNames: ['method', 'path'],
    registers: [this.#registry],
  });

  /** Counts each request under its route, as `/tasks/:id`, so that names and ids make no label; under '' where it has none. */
  watch(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', async ({ method: upper, routeOptions }, { statusCode, elapsedTime }) => {
      const labels = { method: upper.toLowerCase(), path: routeOptions.url ?? '' };
      this.#requests.inc({ code: String(statusCode), ...labels });
      this.#durations.observe(labels, elapsedTime / 1000);
    });
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
