import { captionProblems, problemCounts } from '#core/captions/caption-problems'
import type { CueProblemKind } from '#core/captions/cue-problems'
import { makeCues, type Cue } from '#core/captions/cues'
import { fixAll } from '#core/captions/fixes/fix-all'
import { fixEdits } from '#core/captions/fixes/fix-edits'
import type { Preset } from '#core/captions/presets/preset'
import type { CaptionRules } from '#core/captions/caption-rules'
import type { Transcript } from '#core/transcript/transcript'
import { fillCues } from './filled-cues.ts'

/** The cues of some recordings, made in one way. */
export interface CueCounts {
  readonly cues: number
  readonly withoutProblem: number
  readonly byKind: Readonly<Partial<Record<CueProblemKind, number>>>
}

export interface CaptionQuality {
  readonly filled: CueCounts
  readonly made: CueCounts
  /** After “fix all”, applied by marks as on the page. */
  readonly fixed: CueCounts
}

/** What is captioned: every word. */
export interface Captioned {
  readonly name: string
  readonly transcript: Transcript
  readonly language: string
  readonly durationMs: number
}

/** How many cues of these recordings have no problem under a preset. */
export function measureQuality(recordings: readonly Captioned[], preset: Preset): CaptionQuality {
  const each = recordings.map((one) => qualityOf(one, preset))
  return {
    filled: total(each.map(({ filled }) => filled)),
    made: total(each.map(({ made }) => made)),
    fixed: total(each.map(({ fixed }) => fixed)),
  }
}

/** The cues before and after “fix all”. */
export function fixedCues({ transcript, language, durationMs }: Captioned, preset: Preset) {
  const rules = preset.rulesFor(language)
  const options = { durationMs, language, names: preset.names }
  const made = makeCues(transcript, rules, options)
  let ids = 0
  const newId = (): string => `bench-${++ids}`
  const context = { ...options, transcript, rules, cues: made, newId }
  return { rules, made, fixed: fixEdits(context, fixAll(made, rules, options)).cues }
}

function qualityOf(recording: Captioned, preset: Preset): CaptionQuality {
  const { rules, made, fixed } = fixedCues(recording, preset)
  const filled = fillCues(recording.transcript.paragraphs, rules)
  return {
    filled: countProblems(filled, rules),
    made: countProblems(made, rules),
    fixed: countProblems(fixed, rules),
  }
}

function countProblems(cues: readonly Cue[], rules: CaptionRules): CueCounts {
  const problems = captionProblems(cues, rules)
  return {
    cues: cues.length,
    withoutProblem: problems.filter((own) => own.length === 0).length,
    byKind: problemCounts(problems),
  }
}

function total(counts: readonly CueCounts[]): CueCounts {
  const byKind: Partial<Record<CueProblemKind, number>> = {}
  for (const [kind, count] of counts.flatMap((one) => Object.entries(one.byKind)) as [
    CueProblemKind,
    number,
  ][]) {
    byKind[kind] = (byKind[kind] ?? 0) + count
  }
  return {
    cues: counts.reduce((sum, { cues }) => sum + cues, 0),
    withoutProblem: counts.reduce((sum, { withoutProblem }) => sum + withoutProblem, 0),
    byKind,
  }
}
