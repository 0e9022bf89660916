/* Fitted on 535 turns of which 26 were another speaker's: the samples, the open set and rooms made of
   both, with a given count (bench/RESULTS.md, "Who speaks"). Natural logarithms of odds: a constant, and
   per cosine of margin. */
const CONSTANT = 0.35
const PER_MARGIN = -22

/**
 * How likely a turn is another speaker's, 0 to 1, by how much more similar its voice is to its own speaker than to the
 * next one: about 9 of 10 below 0, 1 of 2 up to .05, 1 of 5 up to .1, 1 of 10 up to .15, hardly any above.
 * @param margin difference of two cosines
 */
export function estimateWrongSpeaker(margin: number): number {
  return 1 / (1 + Math.exp(-(CONSTANT + PER_MARGIN * margin)))
}
