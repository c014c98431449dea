import { type AgentSettings, agentConfigSchema, agentSettingsSchema } from '@bosh6/agent-protocol';
import { fail } from '../errors.js';
import { readText } from '../state/json-file.js';

/** Where a machine's settings come from. */
export interface SettingsSource {
  /** Throws InvalidSettings when they are not there or not settings. */
  read(): Promise<AgentSettings>;
}

/** The settings in a file; the lab and containers use it. */
export function fileSource(path: string): SettingsSource {
  return {
    read: async () => {
      const text = await readText(path);
      if (text === undefined) throw fail('InvalidSettings', `there are no settings in ${path}`);
      return parseSettings(text, path);
    },
  };
}

export function parseSettings(text: string, document: string): AgentSettings {
  const parsed = agentSettingsSchema.safeParse(jsonOf(text, document));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const pointer = `/${(issue?.path ?? []).map(String).join('/')}`;
  throw fail('InvalidSettings', `${document} is wrong at ${pointer}: ${issue?.message ?? 'unreadable'}`, { where: { document, pointer } });
}

function jsonOf(text: string, document: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw fail('InvalidSettings', `${document} is not JSON`, { where: { document }, cause });
  }
}

export interface AgentFile {
  sources: SettingsSource[];
  /** Platform.Linux.NetworkManager: which network back-end; undefined leaves it to the machine. */
  networkManager: string | undefined;
}

/** What agent.json says, the sources in its order. Throws InvalidSettings for one of a type that this agent lacks. */
export async function readAgentFile(configPath: string): Promise<AgentFile> {
  return parseAgentFile(await readText(configPath), configPath);
}

export function parseAgentFile(text: string | undefined, configPath: string): AgentFile {
  const parsed = agentConfigSchema.safeParse(text === undefined ? undefined : jsonOf(text, configPath));
  if (!parsed.success) throw fail('InvalidSettings', `${configPath} names no settings source`);
  const { Infrastructure, Platform } = parsed.data;
  const sources = Infrastructure.Settings.Sources.map((source) => {
    if (source.Type !== 'File') throw fail('InvalidSettings', `Unknown source type '${source.Type}' in ${configPath}`);
    if (source.SettingsPath === undefined) throw fail('InvalidSettings', `a source of ${configPath} lacks SettingsPath`);
    return fileSource(source.SettingsPath);
  });
  const manager = Platform?.Linux?.NetworkManager;
  return { sources, networkManager: typeof manager === 'string' ? manager : undefined };
}
