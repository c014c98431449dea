/** What errors call a tarball that came with its request: who sent it knows its name, the Director does not. */
export const uploaded = { release: 'the uploaded release', stemcell: 'the uploaded stemcell' } as const;
