import { isJsonObject, type Json, type JsonObject } from '@bosh6/base';

const longest = 79;

/** `vm-<uuid>`, or a name that a person reads in vCenter: `<job>_<deployment>_<12 digits>`. The latter only where both names are plain ASCII and short. */
export function vmName(uuid: string, env: JsonObject, readable: boolean): string {
  const bosh = isJsonObject(env.bosh) ? env.bosh : {};
  const [, deployment, job] = Array.isArray(bosh.groups) ? bosh.groups : [];
  if (!readable || !isPlain(deployment) || !isPlain(job)) return `vm-${uuid}`;
  const name = `${job}_${deployment}_${uuid.replaceAll('-', '').slice(-12)}`;
  return name.length > longest ? `vm-${uuid}` : name;
}

function isPlain(value: Json | undefined): value is string {
  return typeof value === 'string' && /^[\w.-]+$/.test(value);
}
