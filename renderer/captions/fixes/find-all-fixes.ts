import { captionsEndMs } from '#core/transcript/caption-timing'
import type { CueParts } from '#core/captions/cue-parts'
import type { CueContext } from '#core/captions/edits/cue-context'
import { fixAllInSteps, snapAllInSteps } from '#core/captions/fixes/fix-all'
import { type FixEdits, fixEditsInSteps } from '#core/captions/fixes/fix-edits'
import { type FixReport, fixReport } from '#core/captions/fixes/fix-report'
import { isAboutShots } from '#core/captions/fixes/snap-to-shots'
import { runInSlices } from '../../session/run-in-slices.ts'

/** Everything that can be fixed, with its result before it is applied. */
export interface FoundFixes extends FixEdits {
  /** What the edits were made from; they apply to no other transcript. */
  readonly from: CueContext['transcript']
  readonly report: FixReport
}

/** What is wanted: all that can be fixed, or edges moved to shots and nothing else. */
export type FixGoal = 'all' | 'shots'

/** Time slice for this before other work runs. */
const SLICE_MS = 12

/**
 * Looks for all fixes in slices, so that the page stays responsive with thousands of captions.
 * @returns the function that stops it
 */
export function findAllFixes(
  context: CueContext,
  parts: CueParts,
  goal: FixGoal,
  onFound: (found: FoundFixes) => void,
): () => void {
  let stop: (() => void) | undefined
  const timer = setTimeout(() => {
    stop = runInSlices(allFixes(context, parts, goal), SLICE_MS, onFound)
  })
  return () => {
    clearTimeout(timer)
    stop?.()
  }
}

/**
 * The work in steps of a few ms each.
 * @param parts those of the current captions: what no fix changes is not computed again
 */
export function* allFixes(
  context: CueContext,
  parts: CueParts,
  goal: FixGoal = 'all',
): Generator<undefined, FoundFixes> {
  const { transcript, cues, rules, durationMs, language } = context
  const lastMs = captionsEndMs(durationMs, transcript.captionTiming)
  const options = { durationMs: durationMs > 0 ? lastMs : Infinity, language }
  const fixed = yield* goal === 'all'
    ? fixAllInSteps(cues, rules, options)
    : snapAllInSteps(cues, rules, options)
  const make = (after: typeof transcript) => parts.update(after, rules, context)
  const found = yield* fixEditsInSteps(context, fixed, { make })
  const report =
    goal === 'all' ? fixReport(context, found.cues) : fixReport(context, found.cues, isAboutShots)
  return { ...found, from: transcript, report }
}
