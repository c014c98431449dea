import { CodedError, realWorld, type World } from '@bosh6/base';
import type { Director } from '@bosh6/director-api/client';
import type { GlobalFlags } from '../command/bosh-command.js';
import { fail } from '../errors.js';
import type { Answers } from '../output/answers.js';
import type { LiveOutput } from '../output/live-output.js';
import type { Ui } from '../output/ui.js';
import { EventReporter } from '../task/event-reporter.js';
import type { LiveProgress } from '../task/live-progress.js';
import { ConfigFile } from './config-file.js';
import { debugLog } from './debug-log.js';
import { announce, type Environment, resolveEnvironment } from './environment.js';
import { labEnded } from './lab-ended.js';
import { asOwnDirector } from './own-director.js';
import { sayWhenSlow } from './say-when-slow.js';
import { asUnknownAlias } from './unknown-alias.js';

/** Where a command sits: the voice, the person's answers, the config file, the Director. Each is made when first asked for. */
export class Seat {
  readonly ui: Ui;
  readonly answers: Answers;
  readonly flags: Partial<GlobalFlags>;
  readonly world: World = realWorld();
  /** What follows all tasks of a command. */
  readonly reporter: EventReporter;
  #config: Promise<ConfigFile> | undefined;
  #director: Director | undefined;

  readonly #live: LiveOutput | undefined;
  #progress: Promise<LiveProgress> | undefined;

  constructor(ui: Ui, answers: Answers, flags: Partial<GlobalFlags>, live?: LiveOutput) {
    this.ui = ui;
    this.#live = live;
    this.reporter = new EventReporter(ui);
    this.answers = answers;
    this.flags = flags;
  }

  /** What shows how far tasks are; on terminals only. */
  async progress(): Promise<LiveProgress | undefined> {
    const live = this.#live;
    if (live === undefined) return undefined;
    // Pipes and quick commands do not pay for it.
    this.#progress ??= import('../task/live-progress.js').then(({ LiveProgress }) => new LiveProgress(live, this.world, this.ui.color));
    return this.#progress;
  }

  config(): Promise<ConfigFile> {
    this.#config ??= ConfigFile.load(this.flags.config ?? '~/.bosh/config');
    return this.#config;
  }

  async environment(): Promise<Environment> {
    return resolveEnvironment(this.flags, await this.config());
  }

  /** A client of the environment; refreshed tokens go to the config file. Says nothing yet. */
  async connect(environment?: Environment): Promise<Director> {
    // Only commands that talk to a Director pay for HTTPS.
    const { createDirector } = await import('@bosh6/director-api/client');
    const config = await this.config();
    const { url, ca, credentials } = environment ?? (await this.environment());
    this.#director?.close();
    const director = createDirector({
      target: url,
      credentials,
      world: this.world,
      env: process.env,
      ...debugLog(process.env),
      ...(ca === undefined ? {} : { ca }),
      onTokens: ({ tokenType, accessToken, refreshToken }) => {
        config.setCredentials(url, {
          access_token_type: tokenType,
          access_token: accessToken,
          ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
        });
        config.save();
      },
    });
    this.#director = director;
    const given = this.flags.environment ?? '';
    const info: Director['info'] = async () => {
      try {
        // A program that reads JSON is not told, it waits.
        const say = (): void => void (this.ui.json || this.ui.note(`Waiting for an answer of ${director.target.origin} ...`));
        return await sayWhenSlow(this.world, say, director.info());
      } catch (error) {
        throw (
          (CodedError.is(error, 'DirectorUnreachable') ? labEnded(error) : undefined) ??
          asOwnDirector(asUnknownAlias(error, given, config), url)
        );
      }
    };
    return { ...director, info };
  }

  /** Connects and announces: `Using environment 'URL' as WHO`. */
  async director(): Promise<Director> {
    const environment = await this.environment();
    const director = await this.connect(environment);
    await announce(director, environment, (line) => this.ui.line(line));
    return director;
  }

  /** The Director and the deployment named by `-d`, both announced. Errors: NoDeployment. */
  async deployment(): Promise<{ director: Director; name: string }> {
    const name = this.flags.deployment ?? '';
    if (name === '') throw fail('NoDeployment', 'no deployment was named');
    const director = await this.director();
    this.ui.line(`Using deployment '${name}'`);
    return { director, name };
  }

  close(): void {
    this.#director?.close();
    this.answers.close();
  }
}
