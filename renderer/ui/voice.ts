/** A speaker's color is an index in its data; this module maps it to the names used in CSS. */
const VOICES = 12

/** `data-v` of a speaker's color (index from 0): 1–12, repeating; 0 for no speaker. */
export function voiceNumber(colour: number | null | undefined): number {
  return colour === null || colour === undefined ? 0 : (colour % VOICES) + 1
}

/** Center of a lane, as a share of the height, for `lanes` lanes. */
export function laneMiddle(lane: number, lanes: number): number {
  return (lane + 0.5) / Math.max(1, lanes)
}

/** Distance between two lanes in the margin of the text, px: 12 for up to four speakers; more speakers share 36 px. */
export function laneDistance(lanes: number): number {
  return lanes <= 4 ? 12 : 36 / (lanes - 1)
}
