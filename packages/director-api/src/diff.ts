import { z } from 'zod';

/** One line with its own indentation, and what happens to it. */
export const diffLineSchema = z.tuple([z.string(), z.enum(['added', 'removed']).nullable()]);
export type DiffLine = z.infer<typeof diffLineSchema>;
