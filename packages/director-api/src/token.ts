import { z } from 'zod';

/** `GET <uaa>/login`: field name to [type, label]. */
export const loginPromptsSchema = z.object({
  app: z.object({ version: z.string() }).optional(),
  prompts: z.record(z.string(), z.tuple([z.string(), z.string()])),
});
export type LoginPrompts = z.infer<typeof loginPromptsSchema>;

/** `POST <uaa>/oauth/token`. The client grant answers without a refresh token. */
export const tokenSchema = z.object({
  token_type: z.string(),
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.int().optional(),
  scope: z.string().optional(),
  jti: z.string().optional(),
});
export type Token = z.infer<typeof tokenSchema>;

export const tokenErrorSchema = z.object({ error: z.string(), error_description: z.string().optional() });
export type TokenError = z.infer<typeof tokenErrorSchema>;

/** Claims of a token's payload that are shown or checked. */
export const tokenClaimsSchema = z.object({
  user_name: z.string().optional(),
  client_id: z.string().optional(),
  scope: z.array(z.string()).default([]),
  exp: z.int().optional(),
  jti: z.string().optional(),
});
export type TokenClaims = z.infer<typeof tokenClaimsSchema>;

/** What the token service reads of a form, whatever the grant. */
export const tokenFormSchema = z.object({
  grant_type: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  refresh_token: z.string().optional(),
  /** Those of the scopes that are wanted, with spaces between; all without it. */
  scope: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
});
export type TokenForm = z.infer<typeof tokenFormSchema>;
