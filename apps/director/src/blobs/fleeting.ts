/** How the ids of blobs begin that are of use only while the Director that put them lives: its next start removes what it left of these. */
export const fleeting = 'fleeting-';
