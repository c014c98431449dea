import { z } from 'zod';

/** A certificate of the Director's own; `expiry` in ISO 8601, `days_left` whole and negative once it is over. */
export const certificateExpirySchema = z.object({ certificate_path: z.string(), expiry: z.string(), days_left: z.int() });
export const certificateExpiriesSchema = z.array(certificateExpirySchema);
export type CertificateExpiry = z.infer<typeof certificateExpirySchema>;
