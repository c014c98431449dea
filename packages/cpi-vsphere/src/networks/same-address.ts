import type { IpAddress } from '@bosh6/ip';
import { IpAddress as Address } from '@bosh6/ip';

/** Whether one of a guest's NICs has the address. Numbers are compared: a guest may spell `FD00:0::A` what we call `fd00::a`, and add a zone. */
export function hasAddress(guestNics: readonly { ipAddress?: readonly string[] | undefined }[], address: IpAddress): boolean {
  return guestNics.some(({ ipAddress = [] }) => ipAddress.some((text) => Address.tryParse(text)?.withoutZone().equals(address) === true));
}
