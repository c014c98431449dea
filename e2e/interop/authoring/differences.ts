/** Where bosh6 prints or writes otherwise than the stock CLI on purpose, by scenario and command line, and why. One without need fails. */
export const differences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a name beyond ASCII': { blobs: 'columns are as wide as what stands in them; the stock one counts bytes' },
  'a final release without blobstore': {
    'create-release --final': 'the blobstore is looked at first; the stock one leaves a dev release behind',
  },
  'blobs without blobstore': { 'upload-blobs': 'the blobstore is looked at first, before anything is said to have started' },
  'final releases': {
    'create-release releases/web/web-4.yml --tarball again.tgz': "a job's packages stay in the release; the stock one drops them",
    'inspect-local-release again.tgz': "a job's packages stay in the release; the stock one drops them",
  },
};
