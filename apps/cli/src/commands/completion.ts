import * as Args from '@oclif/core/args';
import { BoshCommand } from '../command/bosh-command.js';
import { bashScript } from '../completion/bash.js';
import { fishScript } from '../completion/fish.js';
import { commandWords, globalFlagWords } from '../completion/words.js';
import { zshScript } from '../completion/zsh.js';

const shells = { bash: bashScript, zsh: zshScript, fish: fishScript };

export default class Completion extends BoshCommand {
  static override description = 'Prints a script that lets a shell complete command lines of bosh6.';
  static override examples = ['source <(bosh6 completion bash)', 'bosh6 completion fish > ~/.config/fish/completions/bosh6.fish'];
  static override args = {
    shell: Args.string({ required: true, ignoreStdin: true, options: Object.keys(shells), description: 'bash, zsh or fish' }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(Completion);
    // Not a word more than the script: a shell reads it.
    this.io.stdout.write(shells[args.shell as keyof typeof shells](await commandWords(), globalFlagWords()));
  }
}
