/** How long a person takes for a place of the list to check, by the places that were checked. */
export interface CheckingPace {
  /** Mean time a place, in ms. */
  readonly placeMs: number
  /** Of so many places; 0: a guess, nobody has checked any. */
  readonly places: number
}

/** A guess for who has checked none yet: to hear a place twice and write a word. */
export const GUESSED_PACE: CheckingPace = { placeMs: 15_000, places: 0 }

/** From so many places on it is the person's own. */
const OWN_FROM = 3
/** Later ones count as much as this many together, as people become quicker. */
const REMEMBERED = 20
/** Who takes longer for a place has done something else meanwhile. */
const LONGEST_MS = 120_000

export const isOwnPace = ({ places }: CheckingPace): boolean => places >= OWN_FROM

/** The pace after one more place that took `tookMs`. */
export function afterPlace(pace: CheckingPace, tookMs: number): CheckingPace {
  if (tookMs <= 0 || tookMs > LONGEST_MS) return pace
  const places = Math.min(REMEMBERED, pace.places + 1)
  return { places, placeMs: Math.round(pace.placeMs + (tookMs - pace.placeMs) / places) }
}

/** Whole minutes for so many places, at least 1. */
export function minutesFor(places: number, { placeMs }: CheckingPace): number {
  return Math.max(1, Math.round((places * placeMs) / 60_000))
}
