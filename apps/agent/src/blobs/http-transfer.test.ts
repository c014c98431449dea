import { expect, it } from 'vitest';
import { download, upload } from './http-transfer.js';

it.each(['', 'blob', 'ftp://x/blob', 'http://', 'http://%zz@[::1]:1/blob', 'http://[::1/blob', 'file:///etc/passwd'])(
  "'%s' is refused with a code",
  async (url) => {
    await expect(download(url, {})).rejects.toMatchObject({ code: 'BlobUnavailable' });
    await expect(upload('/dev/null', url, {})).rejects.toMatchObject({ code: 'UploadFailed' });
  },
);

it('a header that HTTP cannot send is refused, and the query of the URL is not told', async () => {
  const refused = download('http://[::1]:1/blob?signature=secret', { headers: { 'x-a': 'line\nline' } });
  await expect(refused).rejects.toMatchObject({ code: 'BlobUnavailable', message: expect.not.stringContaining('secret') });
});
