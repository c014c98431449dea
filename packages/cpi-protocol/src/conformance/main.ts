import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CodedError } from '@bosh6/base';
import { abilities } from './behaviour.js';
import { behaviours } from './index.js';
import { readSubject } from './subject-file.js';

const usage = `bosh6-cpi-conformance SUBJECT.json [--json] [--list]

Tries a CPI executable against what every CPI does. SUBJECT.json, relative paths from its own directory:
  {"executable": "/path/cpi", "properties": {}, "image": "image", "cloud_properties": {"vm": {}, "disk": {}, "stemcell": {}},
   "networks": {"a": {"type": "manual", "ip": "10.0.0.{n}", "netmask": "255.255.255.0", "cloud_properties": {}}},
   "lacks": []}
lacks names what the CPI cannot do, and is not tried: ${abilities.join(', ')}.
It makes stemcells, VMs, disks and snapshots in that cloud and deletes them again.
Ends with 0 when all behaviours hold that were tried, 1 when some do not, 2 when SUBJECT.json is wrong.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, list: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(file: string): Promise<number> {
  const subject = await readSubject(file, dirname(resolve(file)));
  let failed = 0;
  let left = 0;
  for (const { name, needs, run } of behaviours) {
    if (needs !== undefined && subject.lacks?.includes(needs)) {
      left++;
      say(values.json ? JSON.stringify({ name, lacks: needs }) : `lacks   ${name} (${needs})`);
      continue;
    }
    const problem = await run(subject).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (problem !== undefined) failed++;
    if (values.json) say(JSON.stringify({ name, ok: problem === undefined, ...(problem === undefined ? {} : { problem }) }));
    else say(problem === undefined ? `ok      ${name}` : `FAILED  ${name}\n        ${problem.replaceAll('\n', '\n        ')}`);
  }
  const tried = behaviours.length - left;
  if (!values.json) say(`${tried - failed} of ${tried} behaviours hold${left === 0 ? '' : `, ${left} not tried`}`);
  return failed === 0 ? 0 : 1;
}

const [file] = positionals;
if (values.help) process.stdout.write(usage);
else if (values.list) for (const { name } of behaviours) say(name);
else if (file === undefined) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else
  process.exitCode = await main(file).catch((error: unknown) => {
    if (!CodedError.is(error)) throw error;
    process.stderr.write(`${error.code}: ${error.message}\n`);
    return 2;
  });
