/** 7 is the controller's own. */
const own = 7;

/** The first free place on a SCSI controller; `undefined` when all are taken. Paravirtual controllers have 64 places, others 16. */
export function freeUnitNumber(taken: Iterable<number>, places = 64): number | undefined {
  const used = new Set(taken);
  for (let unit = 0; unit < places; unit++) if (unit !== own && !used.has(unit)) return unit;
  return undefined;
}
