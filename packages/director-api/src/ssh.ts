import { z } from 'zod';

/** Which instances: where `ids` has any it decides over `indexes`; one of digits is an index. */
export const sshTargetSchema = z.object({
  job: z.string().nullish(),
  ids: z.array(z.string()).default([]),
  indexes: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
});
export type SshTarget = z.infer<typeof sshTargetSchema>;

/** Body of `POST /deployments/D/ssh` (director-api reference 4.3.9). */
export const sshPostSchema = z.discriminatedUnion('command', [
  z.object({
    command: z.literal('setup'),
    target: sshTargetSchema,
    params: z.object({ user: z.string().min(1), public_key: z.string().min(1) }),
  }),
  z.object({ command: z.literal('cleanup'), target: sshTargetSchema, params: z.object({ user_regex: z.string().min(1) }) }),
]);
export type SshPost = z.infer<typeof sshPostSchema>;
