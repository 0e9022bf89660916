import { type Step, steps } from '#contracts/progress'

/** Rough shares of the whole time, for one bar over all steps (measured on two cores, bench/RESULTS.md). */
const STEP_SHARES: Readonly<Record<Step, number>> = {
  import: 0.01,
  sound: 0.06,
  regions: 0.06,
  speakers: 0.17,
  words: 0.38,
  'second-look': 0.31,
  paragraphs: 0.01,
}

/** How much of the whole way is behind, 0–1; a quick job has no second look. */
export function wholeFraction(step: Step, fraction: number, quick = false): number {
  const taken = steps.filter((one) => !(quick && one === 'second-look'))
  const all = taken.reduce((sum, one) => sum + STEP_SHARES[one], 0)
  let before = 0
  for (const one of taken) {
    if (one === step) return Math.min(1, (before + STEP_SHARES[one] * fraction) / all)
    before += STEP_SHARES[one]
  }
  return Math.min(1, before / all)
}
