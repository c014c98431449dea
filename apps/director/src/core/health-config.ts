import { z } from 'zod';

const seconds = (usual: number) => z.number().positive().max(86_400).default(usual);

/** Where alerts are told besides the events: the Director's log, or a URL that gets each as JSON. */
export const alertHookSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('log') }),
  z.strictObject({
    type: z.literal('webhook'),
    url: z.url({ protocol: /^https?$/ }),
    /** A file with the value of the `Authorization` header. */
    authorizationFile: z.string().min(1).optional(),
  }),
]);
export type AlertHook = z.output<typeof alertHookSchema>;

/** The health monitor; times as the original's where agents are the original's (bosh-agent 8). */
export const healthMonitorSchema = z
  .strictObject({
    enabled: z.boolean().default(true),
    /** After the start nobody is missed for so long: agents come back one by one. */
    graceSeconds: seconds(30),
    /** How often the deployments are read anew. */
    pollSeconds: seconds(60),
    /** An agent that is silent for longer has timed out; one that says how often it beats has three beats. */
    agentTimeoutSeconds: seconds(60),
    hooks: z.array(alertHookSchema).default([{ type: 'log' }]),
    resurrector: z
      .strictObject({
        enabled: z.boolean().default(true),
        /** So many instances of a deployment, and at least this share of them: a meltdown, in which nothing is made anew. */
        minimumDownJobs: z.int().min(1).default(5),
        percentThreshold: z.number().min(0).max(1).default(0.2),
        /** An instance counts as down for so long after it was last missed. */
        timeThresholdSeconds: seconds(600),
      })
      .prefault({}),
  })
  .prefault({});
export type HealthMonitorConfig = z.output<typeof healthMonitorSchema>;

/** With absolute paths. */
export function absoluteHealthMonitor(config: HealthMonitorConfig, at: (path: string) => string): HealthMonitorConfig {
  const hooks = config.hooks.map((hook) =>
    hook.type === 'webhook' && hook.authorizationFile !== undefined ? { ...hook, authorizationFile: at(hook.authorizationFile) } : hook,
  );
  return { ...config, hooks };
}
