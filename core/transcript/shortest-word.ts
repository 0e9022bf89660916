/** Words get at least this duration where there is room: shorter ones could be neither seen nor heard. */
export const shortestWordMs = 20
