import type { CaptionRules } from '../../caption-rules.ts'
import type { Cue } from '../../cue.ts'
import { type FixOptions, snapAllInSteps } from '../fix-all.ts'

/** All steps at once. */
export function snapAll(cues: readonly Cue[], rules: CaptionRules, options: FixOptions): readonly Cue[] {
  const steps = snapAllInSteps(cues, rules, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
