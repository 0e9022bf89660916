/** How long a person takes for one place of the list to check, measured on the places checked so far. */
export interface CheckingPace {
  /** Mean time for a place, in ms. */
  readonly placeMs: number
  /** How many places were measured; 0: a guess, as none has been checked. */
  readonly places: number
}

/** A guess for a person who has not checked any place: listening to it twice and typing a word. */
export const GUESSED_PACE: CheckingPace = { placeMs: 15_000, places: 0 }

/** From this many places on the pace counts as the person's own. */
const OWN_FROM = 3
/** Earlier places together weigh at most this many, as people become quicker. */
const REMEMBERED = 20
/** A longer time means that the person did something else in between. */
const MAX_MS = 120_000

export const isOwnPace = ({ places }: CheckingPace): boolean => places >= OWN_FROM

/** The pace after one more place that took `tookMs`. */
export function afterPlace(pace: CheckingPace, tookMs: number): CheckingPace {
  if (tookMs <= 0 || tookMs > MAX_MS) return pace
  const places = Math.min(REMEMBERED, pace.places + 1)
  return { places, placeMs: Math.round(pace.placeMs + (tookMs - pace.placeMs) / places) }
}

/** Whole minutes for this many places, at least 1. */
export function minutesFor(places: number, { placeMs }: CheckingPace): number {
  return Math.max(1, Math.round((places * placeMs) / 60_000))
}
