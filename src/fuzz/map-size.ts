/** Octets of the map that AFL++ reads unless it is told otherwise: one counter each. */
export const MAP_SIZE = 2 ** 16;
