/** No word is given less, where there is room at all: a shorter one could be neither seen nor heard. */
export const shortestWordMs = 20
