import { type Cases, stage, task } from '../case.js';

const problem = (id: number, type: string, group: string, names: readonly (string | null)[]): object => ({
  id,
  type,
  data: {},
  description: `VM for '${group}/u${id}' with cloud ID 'vm-${id}' is wrong.`,
  instance_group: group,
  resolutions: names.map((name) => ({ name, plan: `Plan of ${name}` })),
});
const found = [
  problem(5, 'unresponsive_agent', 'front', ['ignore', 'reboot_vm', 'recreate_vm']),
  problem(4, 'missing_vm', 'front', ['ignore', 'recreate_vm', 'delete_vm_reference']),
  problem(6, 'missing_vm', 'back', ['ignore', 'recreate_vm', 'delete_vm_reference']),
];
const at = '/deployments/web';
const scan = {
  ...task(`POST ${at}/scans`, { id: 7, events: stage('Scanning 2 VMs', 'Checking VM states') }),
  [`GET ${at}/problems`]: { json: found },
};
const apply = task(`PUT ${at}/problems`, { id: 8, events: stage('Applying problem resolutions', 'missing_vm 4') });
const none = { ...task(`POST ${at}/scans`), [`GET ${at}/problems`]: { json: [] } };
const plan = [
  'instance_groups_plan:',
  '- name: front',
  '  max_in_flight_override: "2"',
  '  planned_resolutions:',
  '    missing_vm: recreate_vm',
  '    unresponsive_agent: reboot_vm',
  '',
].join('\n');

/** CLI reference 2.5: cloud-check, recovery plans. */
export const problems: Cases = {
  'cloud-check, none': { argv: ['-d', 'web', 'cck'], answers: none },
  'cloud-check --report': { fails: 8, argv: ['-d', 'web', 'cck', '--report'], answers: scan },
  'cloud-check --report, none': { argv: ['-d', 'web', 'cck', '--report'], answers: none },
  'cloud-check --auto': { argv: ['-n', '-d', 'web', 'cloud-check', '--auto'], answers: { ...scan, ...apply } },
  'cloud-check --resolution': {
    argv: ['-n', '-d', 'web', 'cck', '--resolution', 'recreate_vm', '--resolution', 'reboot_vm'],
    answers: { ...scan, ...apply },
  },
  'cloud-check, asked': { argv: ['-d', 'web', 'cck'], input: '2\n3\n\ny\n', answers: { ...scan, ...apply } },
  'create-recovery-plan, none': { argv: ['-d', 'web', 'create-recovery-plan', 'plan.yml'], answers: none },
  'create-recovery-plan': {
    argv: ['-d', 'web', 'create-recovery-plan', 'plan.yml'],
    input: '2\n\n2\n2\ny\n50%\n',
    answers: {
      ...scan,
      [`GET ${at}`]: {
        json: {
          manifest:
            'name: web\nupdate: {max_in_flight: 3}\ninstance_groups:\n- {name: front}\n- {name: back, update: {max_in_flight: 10%}}\n',
        },
      },
    },
  },
  // One group: the stock CLI shows several in an order of chance.
  recover: {
    argv: ['-n', '-d', 'web', 'recover', 'plan.yml'],
    files: { 'plan.yml': plan },
    answers: {
      ...scan,
      [`GET ${at}/problems`]: { json: [...found.slice(0, 2), problem(7, 'missing_disk', 'front', ['ignore'])] },
      ...apply,
    },
  },
};
