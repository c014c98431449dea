/**
 * What a failed command names as the cause: of ours what stands above place and hint; the innermost of the stock CLI's nested lines, where what the Director
 * answered stands as JSON or text.
 */
export function causeOf(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '' && !/^(Exit code | +(at|fix: ?) )/.test(line));
  const [outer = ''] = lines;
  if (!outer.endsWith(':')) return outer;
  const inner = lines.at(-1)?.trim() ?? '';
  const [, answer] = /^Director responded with non-successful status code '\d+' response '(.*)'$/.exec(inner) ?? [];
  if (answer === undefined || !answer.startsWith('{')) return answer ?? inner;
  const { code, description } = JSON.parse(answer) as { code: number; description: string };
  return `${description} (error ${code})`;
}
