import { expect, it } from 'vitest';
import { whatToTry } from '../walkthrough/what-to-try.js';

it('what works in the lab alone stands apart from what works on the machine, which dials none of the lab’s addresses', () => {
  const up = { creds: '/b6/work/creds.yml', ca: '/b6/ca.pem', port: 4711, environment: '10.0.9.151', forwards: [] };
  const said = whatToTry({ home: '/b6', work: '/b6/work', up }, { inLab: ['bosh -e ipv4 vms'], here: ['bosh6 -e here vms'] });
  const [first = '', inLab = '', here = ''] = said.split('\n\n');
  expect(first).toContain('export BOSH6_HOME=/b6 ');
  // the alias of the lab's address must not get into the person's own shell
  expect(first + here).not.toContain('BOSH_CONFIG');
  expect(inLab.split('\n')).toEqual([
    expect.stringMatching(/^In the lab/),
    '  BOSH_CONFIG=/b6/work/.bosh/config bosh6 lab shell',
    '    bosh -e ipv4 vms',
  ]);
  expect(here).toContain('bosh6 -e https://127.0.0.1:4711 --ca-cert /b6/ca.pem alias-env here');
  expect(here).toContain('  bosh6 -e here vms\n');
  expect(here).not.toContain('10.0.9.151');
});
