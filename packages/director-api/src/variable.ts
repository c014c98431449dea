import { z } from 'zod';

/** A generated value that a deployment has; never the value. */
export const variableSchema = z.object({ id: z.string(), name: z.string() });
export const variablesSchema = z.array(variableSchema);
export type Variable = z.infer<typeof variableSchema>;

export const deployedVariablesSchema = z.object({ deployments: z.array(z.object({ name: z.string(), version: z.string() })) });
export type DeployedVariables = z.infer<typeof deployedVariablesSchema>;
