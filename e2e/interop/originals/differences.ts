const noManagedNetworks = 'deploys make no managed networks, so none is ever orphaned';

/** What is other than in the original on purpose, of routes that are there. */
export const routeDifferences: Readonly<Record<string, string>> = {
  'POST /deployments': 'with `recreate_persistent_disks`, instances that have no disk run on',
  'PUT /deployments/{name}/jobs/{group}/{id}': 'heeds `recreate_vms_created_before`, which the original ignores',
  'GET /networks': noManagedNetworks,
  'DELETE /networks/{name}': noManagedNetworks,
  'GET /metrics': 'also without TLS, and on 127.0.0.1 unless told',
};

/** Served, but not by the API's listener, as in the original. */
export const besideTheApi: readonly string[] = ['GET /metrics', 'GET /api_metrics'];

/** What is not there and will not be, and why. */
export const leftOut: Readonly<Record<string, string>> = {};

/** The same of commands of which no line is compared, since they print what they are by nature. */
export const commandDifferences: Readonly<Record<string, string>> = {
  help: "the commands and flags are told in bosh6's words",
  completion: 'the script completes what bosh6 has; there is none for PowerShell',
};

/** What differs of all routes. */
export const everywhere: readonly string[] = [
  "Error numbers are BOSH's, the words ours: what, where, how to fix; `details` names the code, and where in the text that was sent.",
  'A task is a redirect with status 302, where the original may say 303.',
  'A `%2F` in a path stays in its name; the original takes it for a slash.',
  'A POST or PUT that a client sends again after a broken connection starts no second task.',
];
