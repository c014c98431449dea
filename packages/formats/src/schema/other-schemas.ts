import { z } from 'zod';

const path = z.string();
const value = z.unknown();
const error = z.string().optional();

/** An operations file. */
export const opsFileSchema = z
  .array(
    z.union([
      z.object({ type: z.literal('replace'), path, value, error }),
      z.object({ type: z.literal('remove'), path, error }),
      z.object({ type: z.literal('test'), path, value: value.optional(), absent: z.boolean().optional(), error }),
    ]),
  )
  .nullable();

/** A file of variables: any names. */
export const varsFileSchema = z.record(z.string(), z.unknown()).nullable();
