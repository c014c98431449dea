import { z } from 'zod';

/** Where in the text that the Director received an error sits. */
export const errorWhereSchema = z.object({
  document: z.string().optional(),
  /** RFC 6901. */
  pointer: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
  object: z.string().optional(),
});

/** A Director error: BOSH's number and text, and (ours, optional) what a program or an editor needs. */
export const errorBodySchema = z.object({
  code: z.int(),
  description: z.string(),
  details: z.object({ code: z.string(), where: errorWhereSchema.optional(), hint: z.string().optional() }).optional(),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
export type ErrorWhere = z.infer<typeof errorWhereSchema>;
