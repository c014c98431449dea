/** Kept equal to package.json by a test. */
export const version = '0.1.0';
/** What this agent can beyond the original: both families on one NIC, with a default route of each. */
export const features: string[] = ['dual_stack'];
