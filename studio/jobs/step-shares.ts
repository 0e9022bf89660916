import { type Step, steps } from '#contracts/progress'
import type { TranscribeSettings } from '#contracts/settings'
import { hasRange } from '#core/sound/range'

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

/** Steps that do not count: a quick job has no second look, and a range says nothing of how long decoding takes. */
export function uncountedSteps(
  settings: Pick<TranscribeSettings, 'quick' | 'fromMs' | 'toMs'>,
): ReadonlySet<Step> {
  const uncounted = new Set<Step>()
  if (settings.quick) uncounted.add('second-look')
  if (hasRange(settings)) uncounted.add('import').add('sound')
  return uncounted
}

/** How much of the whole way is behind, 0–1. */
export function wholeFraction(
  step: Step,
  fraction: number,
  uncounted: ReadonlySet<Step> = new Set(),
): number {
  const shareOf = (one: Step): number => (uncounted.has(one) ? 0 : STEP_SHARES[one])
  const sumOf = (some: readonly Step[]): number => some.reduce((sum, one) => sum + shareOf(one), 0)
  const before = sumOf(steps.slice(0, steps.indexOf(step)))
  return Math.min(1, (before + shareOf(step) * fraction) / sumOf(steps))
}
