/** The advisory lock that all writers of one database hold, one after the other: 'bosh6' in ASCII. */
export const writersLock = 0x626f736836n;
