/** A CPI as people are told of it: the Director's own has the name ''. */
export const cpiTitle = (name: string): string => (name === '' ? "the Director's own CPI" : `CPI '${name}'`);
