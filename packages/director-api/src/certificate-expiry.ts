import { z } from 'zod';

/** A certificate of the Director's own; `expiry` in ISO 8601, `days_left` whole and negative once it is over. */
export const certificateExpirySchema = z.object({ certificate_path: z.string(), expiry: z.string(), days_left: z.int() });
export const certificateExpiriesSchema = z.array(certificateExpirySchema);
export type CertificateExpiry = z.infer<typeof certificateExpirySchema>;

/** `GET /deployments/D/certificate_expiry`: certificates that its variables are; `id` is the variable's. */
export const deployedCertificatesSchema = z.array(
  z.object({ name: z.string(), id: z.string(), expiry_date: z.string(), days_left: z.int() }),
);
export type DeployedCertificate = z.infer<typeof deployedCertificatesSchema>[number];
