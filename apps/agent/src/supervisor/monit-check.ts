import type { MonitService } from './monit-definition.js';
import { patternIn } from './monit-pattern-in.js';
import type { Words } from './monit-words.js';
import type { ServiceKind } from './service-kind.js';

const kinds = new Map<string, ServiceKind>([
  ['process', 'process'],
  ['file', 'file'],
  ['directory', 'directory'],
  ['fifo', 'fifo'],
  ['filesystem', 'filesystem'],
  ['device', 'filesystem'],
  ['host', 'host'],
  ['system', 'system'],
]);

/** `check process NAME with pidfile PATH` and its like; undefined for a kind that the supervisor does not know. Throws MonitFileInvalid. */
export function readCheck(words: Words): MonitService | undefined {
  words.skip();
  const kind = kinds.get(words.value('a kind of check').toLowerCase());
  const name = words.value('a name');
  if (kind === undefined) return undefined;
  const service: MonitService = {
    kind,
    name,
    groups: [],
    dependsOn: [],
    passive: false,
    everyCycles: 1,
    rules: [],
    restartLimits: [],
  };
  if (kind === 'process') readProcess(words, service);
  else if (kind === 'host') {
    if (words.accept('address') === undefined) throw words.wrong(`host '${name}' needs an address`);
    service.address = words.value('an address');
  } else if (kind !== 'system') {
    if (words.accept('path') === undefined) throw words.wrong(`${kind} '${name}' needs a path`);
    service.path = words.value('a path');
  }
  return service;
}

function readProcess(words: Words, service: MonitService): void {
  const how = words.accept('pidfile', 'matching', 'match');
  if (how === undefined) throw words.wrong(`process '${service.name}' needs a pidfile, or a pattern that it is matching`);
  if (how === 'pidfile') {
    service.pidFile = words.value('a path');
    return;
  }
  service.matching = patternIn(words);
}
