/** Why the system refuses a file, by its error's code. */
export const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of its path is no directory',
  EACCES: 'its permissions forbid it',
  EROFS: 'its file system is read-only',
  ENOSPC: 'its file system is full',
};
