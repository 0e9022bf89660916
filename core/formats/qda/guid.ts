/**
 * A GUID (RFC 9562, version 8) made of names: the same names give the same one, others another. Not for secrets.
 */
export function guidOf(...names: readonly string[]): string {
  // Names are separated by their lengths.
  const text = names.map((name) => `${name.length}:${name}`).join('')
  const lanes = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x71374491]
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    for (let lane = 0; lane < 4; lane++) {
      const mixed = (lanes[lane] ?? 0) ^ (unit + lane * 0x10001) ^ ((lanes[(lane + 1) & 3] ?? 0) >>> 13)
      lanes[lane] = Math.imul((mixed << 5) | (mixed >>> 27), PRIMES[lane] ?? 1)
    }
  }
  for (let round = 0; round < 8; round++)
    for (let lane = 0; lane < 4; lane++) {
      const next = lanes[(lane + 1) & 3] ?? 0
      const mixed = (lanes[lane] ?? 0) ^ (next >>> 15) ^ (next << 7)
      lanes[lane] = Math.imul(mixed ^ (mixed >>> 16), PRIMES[lane] ?? 1)
    }
  const digits = lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) & 3] ?? '8'
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join('-')
}

/** Odd, so that multiplying loses nothing. */
const PRIMES = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1]
