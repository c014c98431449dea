import { parse } from 'yaml';

/** What the small bundle takes from the big one. */
export { commandHelp, commandList, topicHelp } from './command/help.js';
export { loadCommand } from './command-table.js';
export const parseYamlText = (text: string): unknown => parse(text);
