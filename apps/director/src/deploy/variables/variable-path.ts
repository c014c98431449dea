/** A variable's name among those of all Directors and deployments; one that begins with a slash is that already. */
export function variablePath(director: string, deployment: string, name: string): string {
  return name.startsWith('/') ? name : `/${director}/${deployment}/${name}`;
}
