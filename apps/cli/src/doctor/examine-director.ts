import { CodedError } from '@bosh6/base';
import type { Director } from '@bosh6/director-api/client';
import { type Finding, fine, wanting } from '@bosh6/lab/machine';
import { fail } from '../errors.js';
import { instanceLineOf } from '../session/instance-line.js';
import { resultLines } from '../session/result-lines.js';
import { agentFindings, type DeploymentVms } from './agents.js';
import { cpiFindings, cpiLinesOf } from './cpis.js';
import { directorFindings } from './director-version.js';
import { type Use, usesOfCloudConfig, usesOfManifest } from './networks-in-use.js';
import { stemcellFindings } from './stemcells.js';

/**
 * What a Director says of itself and of what it runs. One that does not answer, or that knows nobody, is a finding too; so is each question that it refuses:
 * only a warning where this user may not ask it, as those of a team may not ask for the CPIs.
 */
export async function examineDirector(director: Director): Promise<Finding[]> {
  const answered = await told('Director', async () => {
    await director.info();
    return director.identify();
  });
  if ('problem' in answered) return [{ ...answered, state: 'fail' }];
  const info = answered.value;
  if ((info.user ?? '') === '') return [...directorFindings(info, []), wanting('log-in', notLoggedIn(director.target.origin), 'warn')];
  const uses = await told('networks', () => usesOf(director));
  const asked = 'problem' in uses ? [] : uses.value;
  const ask = async (check: string, question: () => Promise<Finding[]>): Promise<Finding[]> => {
    const answer = await told(check, question);
    return 'problem' in answer ? [answer] : answer.value;
  };
  return [
    ...directorFindings(info, asked),
    ...('problem' in uses ? [uses] : []),
    fine('log-in', info.user ?? ''),
    ...(await ask('CPI', () => examineCpis(director, info.cpi ?? ''))),
    ...(await ask('stemcells', async () => stemcellFindings(await director.stemcells.list(), asked))),
    ...(await ask('agents', async () => agentFindings(await vmsOf(director), asked))),
  ];
}

type Told<T> = { readonly value: T } | (Finding & { readonly problem: CodedError });

async function told<T>(check: string, question: () => Promise<T>): Promise<Told<T>> {
  try {
    return { value: await question() };
  } catch (error) {
    if (!CodedError.is(error)) throw error;
    return { ...wanting(check, error, isForbidden(error) ? 'warn' : 'fail'), problem: error };
  }
}

const isForbidden = (error: CodedError): boolean =>
  CodedError.is(error, 'DirectorRefused') && [401, 403].includes(Number(error.details?.status));

/** Only a Director of ours asks its CPIs; of others there are their names. */
async function examineCpis(director: Director, own: string): Promise<Finding[]> {
  const task = await director.cpis();
  if (task !== undefined) {
    const { result } = await director.tasks.follow(task, { type: 'none', withResult: true });
    return cpiFindings(cpiLinesOf(result));
  }
  const configs = await director.configs.list({ type: 'cpi', latest: true });
  return [fine('CPI', [own, ...configs.map(({ name }) => `CPI config '${name}'`)].filter((name) => name !== '').join(', '))];
}

async function usesOf(director: Director): Promise<Use[]> {
  const clouds = await director.configs.list({ type: 'cloud', latest: true });
  const deployments = await director.deployments.list({ excludeConfigs: true });
  const manifests = await Promise.all(
    deployments.map(async ({ name }) => ({ name, text: (await director.deployments.manifest(name)) ?? '' })),
  );
  return [
    ...clouds.flatMap(({ name, content }) => usesOfCloudConfig(`cloud config '${name}'`, content)),
    ...manifests.flatMap(({ name, text }) => usesOfManifest(`manifest of '${name}'`, text)),
  ];
}

/** One deployment after the other: each is a task of the Director's. */
async function vmsOf(director: Director): Promise<DeploymentVms[]> {
  const found: DeploymentVms[] = [];
  for (const { name } of await director.deployments.list({ excludeConfigs: true })) {
    const { result } = await director.tasks.follow(await director.deployments.vms(name), { type: 'none', withResult: true });
    found.push({ deployment: name, vms: resultLines(result).map(instanceLineOf) });
  }
  return found;
}

const notLoggedIn = (origin: string): CodedError =>
  fail('NotLoggedIn', `nobody is logged in at ${origin}: what it runs cannot be looked at`, {
    hint: 'log in with `bosh6 log-in`, or give --client and --client-secret',
  });
