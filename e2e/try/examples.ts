import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifests } from '../stack/paths.js';

/** A command that shows what an example is about, as its manifest's first comment has it. */
export interface Proof {
  /** A place of the lab, or `vm`: the example's first VM. */
  where: string;
  argv: string[];
  /** It ends with `&`: it says `ready`, and runs until the other commands are done. */
  stays: boolean;
}

/** A manifest and a cloud config that run as they are. */
export interface Example {
  /** Of the files and of the deployment. */
  name: string;
  /** What it is about, one sentence. */
  about: string;
  manifest: string;
  cloudConfig: string;
  proofs: Proof[];
}

const folder = join(manifests, 'ipv6');

/** The names of all examples, in alphabetical order. */
export function exampleNames(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yml') && !name.endsWith('.cloud.yml'))
    .map((name) => name.replace(/\.yml$/, ''))
    .sort();
}

/** Undefined where there is none of that name. */
export function readExample(name: string): Example | undefined {
  const manifest = join(folder, `${name}.yml`);
  if (!exampleNames().includes(name) || !existsSync(manifest)) return undefined;
  const lines = readFileSync(manifest, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) => line.slice(1).trim());
  const proofs = lines.flatMap((line) => {
    const [, where, command, stays] = /^(\w+)\$ (.+?)( &)?$/.exec(line) ?? [];
    return where === undefined || command === undefined ? [] : [{ where, argv: command.split(/\s+/), stays: stays !== undefined }];
  });
  return { name, about: lines[0] ?? '', manifest, cloudConfig: join(folder, `${name}.cloud.yml`), proofs };
}
