import { z } from 'zod';

const path = z.string().min(1);

/** A listener of its own for Prometheus; with `tls` scrapers must show a certificate of that CA. */
export const metricsSchema = z.strictObject({
  port: z.int().min(0).max(65535).default(9091),
  listen: z.string().default('127.0.0.1'),
  tls: z.strictObject({ certificate: path, privateKey: path, ca: path }).optional(),
});
export type MetricsConfig = z.output<typeof metricsSchema>;

/** With absolute paths. */
export function absoluteMetrics({ tls, ...rest }: MetricsConfig, at: (path: string) => string): MetricsConfig {
  if (tls === undefined) return rest;
  return { ...rest, tls: { certificate: at(tls.certificate), privateKey: at(tls.privateKey), ca: at(tls.ca) } };
}
