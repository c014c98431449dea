import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';

const longest = 79;

/** `vm-<uuid>`, or a name that a person reads in vCenter: `<job>_<deployment>_<12 digits>`. The latter only where both names are plain ASCII and short. */
export function vmName(uuid: string, env: JsonObject, readable: boolean): string {
  const bosh = isJsonObject(env.bosh) ? env.bosh : {};
  const [, deployment, job] = Array.isArray(bosh.groups) ? bosh.groups : [];
  if (!readable || !isPlain(deployment) || !isPlain(job)) return `vm-${uuid}`;
  const name = `${job}_${deployment}_${digitsOf(uuid)}`;
  return name.length > longest ? `vm-${uuid}` : name;
}

/** Whether a VM's name is one that `vmName` gives for the UUID. */
export function isNameOf(uuid: string, name: string): boolean {
  return name === `vm-${uuid}` || name.endsWith(`_${digitsOf(uuid)}`);
}

const digitsOf = (uuid: string): string => uuid.replaceAll('-', '').slice(-12);

function isPlain(value: Json | undefined): value is string {
  return typeof value === 'string' && /^[\w.-]+$/.test(value);
}
