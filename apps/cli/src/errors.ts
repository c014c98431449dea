import { defineErrors } from '@bosh6/base';

export const fail = defineErrors({
  UnknownCommand: { fault: 'user', hint: 'list the commands with `bosh6 help`' },
  CommandNotYet: { fault: 'user', hint: 'list the commands with `bosh6 help`' },
  InvalidArguments: { fault: 'user' },
  NoEnvironment: { fault: 'user', hint: 'give -e NAME|ADDRESS|ALIAS or BOSH_ENVIRONMENT' },
  UnknownAlias: { fault: 'user' },
  NoDeployment: { fault: 'user', hint: 'give -d NAME or BOSH_DEPLOYMENT' },
  WrongDeploymentName: { fault: 'user', hint: "make -d and the manifest's name agree" },
  UnreadableFile: { fault: 'user' },
  InvalidConfigFile: { fault: 'user', hint: 'mend it, or move it away and log in again' },
  CannotAsk: { fault: 'user', hint: 'answer with flags or environment variables, or leave out --non-interactive and --json' },
  InputEnded: { fault: 'user', hint: 'standard input ended before the question was answered' },
  InvalidCredentials: { fault: 'user', hint: 'check the user or client and its secret' },
  Stopped: { fault: 'user' },
  ConfigChangedMeanwhile: { fault: 'user', hint: 'look at the newest one with `bosh6 config`, then update again' },
  NoSuchObject: { fault: 'user' },
  TaskFailed: { fault: 'user' },
  StoppedFollowing: { fault: 'user' },
  SomeFailed: { fault: 'user' },
  PortTaken: {
    fault: 'user',
    hint: 'choose another: `up --port 0` takes a free one for the Director, `--forward 0:ADDRESS:PORT` for a forward',
  },
  LabNotRunning: { fault: 'operator', hint: 'start it with `bosh6 up`' },
  NotOnThisMachine: { fault: 'operator' },
  DirectorDidNotStart: { fault: 'operator' },
});
