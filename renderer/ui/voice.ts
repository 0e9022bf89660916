/** Colours of voices are data of a speaker; here they become the names that CSS knows. */
const VOICES = 12

/** `data-v` of a speaker's color (index from 0): 1–12, round and round; 0 for nobody. */
export function voiceNumber(colour: number | null | undefined): number {
  return colour === null || colour === undefined ? 0 : (colour % VOICES) + 1
}

/** The color itself, for canvas and inline styles. */
export function voiceVar(colour: number | null | undefined): string {
  const number = voiceNumber(colour)
  return number === 0 ? 'var(--voice-none)' : `var(--voice-${number})`
}

/** Middle of a lane, as a share of the height, when `lanes` speakers share it. */
export function laneMiddle(lane: number, lanes: number): number {
  return (lane + 0.5) / Math.max(1, lanes)
}

/** Distance of two lanes in the margin of the text, px: 12 up to four speakers; more share 36 px. */
export function laneDistance(lanes: number): number {
  return lanes <= 4 ? 12 : 36 / (lanes - 1)
}
