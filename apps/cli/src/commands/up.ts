import { formatEndpoint } from '@bosh6/ip';
import * as Flags from '@oclif/core/flags';
import { BoshCommand } from '../command/bosh-command.js';
import { checkPort } from '../up/check-port.js';
import { parseForward } from '../up/forward.js';
import { findHome } from '../up/home.js';
import { startAll } from '../up/start.js';
import { findTree } from '../up/tree.js';
import { untilTold } from '../up/until-told.js';

/** Flags that only a start of the lab heeds. */
const atStart = new Set(['port', 'site', 'stemcell', 'release', 'cpi']);

export default class UpCommand extends BoshCommand {
  static override description =
    'Starts a lab and a Director on this machine, and writes creds.yml here (mode 0600), unless one that is not ours is there. What runs already is left as it is; what has ended is started again. ' +
    "State is kept in $BOSH6_HOME, else ~/.bosh6. A lab that runs gets the forwards that it lacks; the Director's port and the files to serve are set when it starts.";
  static override examples = ['bosh6 up', 'bosh6 up --forward "8080:[2601:646:100:69f1::165]:80"'];
  static override flags = {
    port: Flags.integer({
      helpValue: 'N',
      default: 25555,
      description: "The Director's port on this machine's 127.0.0.1 and [::1]; 0 takes a free one",
    }),
    forward: Flags.string({
      helpValue: 'PORT:ADDRESS:PORT',
      multiple: true,
      multipleNonGreedy: true,
      description: 'Another port of this machine that leads into the lab: PORT:ADDRESS:PORT',
    }),
    site: Flags.string({
      helpValue: 'DIR',
      description: "Directory that the lab's bosh.io serves; fixtures/site of the state directory unless said",
    }),
    stemcell: Flags.string({ multiple: true, multipleNonGreedy: true, description: "Stemcell that the lab's bosh.io serves too" }),
    release: Flags.string({ multiple: true, multipleNonGreedy: true, description: "Release that the lab's bosh.io serves too" }),
    'ipv6-only': Flags.boolean({
      description: 'A lab and a Director without any IPv4; said once, at the first start, it holds for the state directory',
    }),
    cpi: Flags.string({
      description:
        'File with the Director\'s CPI, as JSON: {"type": "vsphere", "properties": {...}}; kept in the state directory as cpi.json. The lab\'s unless said, and again once cpi.json is removed',
    }),
    foreground: Flags.boolean({ description: 'Stay until Ctrl-C or the end of standard input; then, or when killed, the lab ends' }),
  };

  async run(): Promise<void> {
    const { flags, metadata } = await this.parse(UpCommand);
    const seat = this.open(flags);
    const begun = seat.world.monotonic();
    checkPort(flags.port);
    const home = findHome();
    const up = await startAll({
      home,
      tree: findTree(),
      directory: process.cwd(),
      port: flags.port,
      forward: (flags.forward ?? []).map(parseForward),
      site: flags.site,
      stemcells: flags.stemcell ?? [],
      releases: flags.release ?? [],
      ipv6Only: flags['ipv6-only'] === true,
      cpi: flags.cpi,
      lifeline: flags.foreground,
      onStep: (what) => seat.ui.block(`${what}\n`),
    });
    if (up.creds === home.creds && process.cwd() !== home.root)
      seat.ui.note(`No creds.yml was written here: one that is not ours is in its place, or nothing can be written. Use ${home.creds}`);
    const [{ family, address }] = up.site.endpoints;
    if (flags['ipv6-only'] && family === 4)
      seat.ui.note(`The lab of ${home.root} has IPv4, and keeps it: take another state directory ($BOSH6_HOME) for one without.`);
    const seconds = ((seat.world.monotonic() - begun) / 1000).toFixed(1);
    const did =
      up.startedLab || up.startedDirector
        ? `Lab and Director are up (${seconds} s).`
        : `Lab and Director are up already; ${up.opened.length === 0 ? 'nothing to do' : `forwards added: ${up.opened.length}`}.`;
    const late = Object.keys(flags).filter((name) => atStart.has(name) && metadata.flags[name]?.setFromDefault !== true);
    if (!up.startedLab && late.length > 0)
      seat.ui.note(`The lab ran already: ${late.map((name) => `--${name}`).join(', ')} will count when it is started the next time.`);
    const forwards = up.status.forwards.filter(({ port }) => port !== up.port);
    seat.ui.block(
      `${did}\n\nCredentials  ${up.creds}\nCA           ${home.ca}\nOn this host https://127.0.0.1:${up.port} and https://[::1]:${up.port}\n` +
        `${forwards.map(({ port, to }) => `Forward      port ${port} to ${formatEndpoint(to.address, to.port)}\n`).join('')}\n` +
        `Next:\n  bosh6 lab shell\n  bosh -e ${family === 6 ? `[${address}]` : address} alias-env ipv${family}\n`,
    );
    seat.ui.object({
      home: home.root,
      started: { lab: up.startedLab, director: up.startedDirector },
      creds: up.creds,
      ca: home.ca,
      port: up.port,
      environment: address,
      lab: { pid: up.status.pid, socket: up.status.socket },
      services: up.status.services,
      forwards: up.status.forwards,
    });
    if (flags.foreground) {
      seat.ui.end();
      await untilTold();
      await up.lab.stopService('director');
      await up.lab.stop();
    }
    up.lab.close();
  }
}
