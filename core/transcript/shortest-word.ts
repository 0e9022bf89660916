/**
 * Words get at least this duration where there is room: shorter ones would be neither visible nor audible.
 */
export const shortestWordMs = 20
