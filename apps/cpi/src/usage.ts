export const usage = `bosh6-cpi [CONFIG.json]

Serves one call of BOSH's CPI protocol, as a Director makes it: one request on standard input up to its end, one response on standard output, logs on standard
error. It ends with 0 also when the response tells an error.

CONFIG.json says which CPI, and its properties, as the original's:
  {"cloud": {"plugin": "vsphere", "properties": {"vcenters": [...]}}}
Without it, or for what it lacks, properties come with the request, in its context.

  echo '{"method": "info", "arguments": [], "context": {"director_uuid": "d"}}' | bosh6-cpi cpi.json
`;
