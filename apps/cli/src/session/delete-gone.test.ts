import { CodedError } from '@bosh6/base';
import { expect, test } from 'vitest';
import { deleteGone } from './delete-gone.js';

const refused = (number: number, status = 400): CodedError =>
  new CodedError('DirectorRefused', { fault: 'user', number }, 'no', { details: { status } });
const remove = (error: Error, isGone: boolean): Promise<void> =>
  deleteGone(
    () => Promise.reject(error),
    async () => isGone,
  );

test('what is gone afterwards is deleted, whatever was said', async () => {
  await remove(refused(100002), true);
  await expect(remove(refused(100002), false)).rejects.toThrow('no');
  await expect(remove(refused(600000, 401), true)).rejects.toThrow('no');
});

test('what is in use is not gone', async () => {
  await expect(remove(refused(520000), true)).rejects.toThrow('no');
});
