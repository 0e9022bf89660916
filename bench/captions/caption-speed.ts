import { CueParts } from '#core/captions/cue-parts'
import type { CueContext } from '#core/captions/edits/cue-context'
import { setCueTimes } from '#core/captions/edits/cue-times'
import { editableText } from '#core/captions/edits/editable-text'
import { joinWithBefore } from '#core/captions/edits/join-with-before'
import { splitCue } from '#core/captions/edits/split-cue'
import { toggleItalic } from '#core/captions/edits/toggle-italic'
import { typeInCue } from '#core/captions/edits/type-in-cue'
import { makeCues, type Cue } from '#core/captions/cues'
import { fixAll } from '#core/captions/fixes/fix-all'
import { presetFor } from '#core/captions/presets/netflix'
import { applyEdits } from '#core/edits/apply-edits'
import type { Edit } from '#core/edits/edit'
import type { Transcript } from '#core/transcript/transcript'
import { median } from '../editor/statistics.ts'

/** Milliseconds of work, medians of several runs; for edits, the median over several places. */
export interface CaptionSpeed {
  readonly cues: number
  readonly makeMs: number
  /** Cues after an already applied edit, reusing what is known of the others. */
  readonly textEditMs: number
  readonly markEditMs: number
  /** From a cue to the edits of one step. */
  readonly splitMs: number
  readonly joinMs: number
  readonly timesMs: number
  readonly typeMs: number
  readonly fixAllMs: number
}

const RUNS = 3
const EDITS = 11
/** Each edit is timed several times together, as the clock is coarse. */
const REPEATS = 3
const FIXED_CUES = 5_000
const rules = presetFor('en')

type Whole = Pick<CueContext, 'transcript' | 'durationMs' | 'language'>

export function measureCaptionSpeed(whole: Whole): CaptionSpeed {
  const { transcript, durationMs, language } = whole
  const options = { durationMs, language }
  const make = (): Cue[] => makeCues(transcript, rules, options)
  const cues = make()
  let ids = 0
  const newId = (): string => `bench-${++ids}`
  const context: CueContext = { ...whole, cues, rules, newId }
  const some = Array.from({ length: EDITS }, (_, at) => cueAt(cues, (at + 1) / (EDITS + 1)))
  const first = cues.slice(0, FIXED_CUES)
  const middle = (cue: Cue): number => Math.floor(editableText(cue, transcript, cues).text.length / 2)
  const typed = (cue: Cue): string => `${editableText(cue, transcript, cues).text} indeed`
  const italic = ({ wordIds: [id = ''] }: Cue): Edit[] => toggleItalic(context, id, id)
  return {
    cues: cues.length,
    makeMs: medianRun(() => timed(make)),
    textEditMs: updateMs(
      whole,
      some.map((cue) => typeInCue(context, cue, typed(cue))),
    ),
    markEditMs: updateMs(whole, some.map(italic)),
    splitMs: editMs(some, (cue) => splitCue(context, cue, middle(cue))),
    joinMs: editMs(some, (cue) => joinWithBefore(context, cue)),
    timesMs: editMs(some, (cue) => setCueTimes(context, cue, { endMs: cue.endMs - 100 }).edits),
    typeMs: editMs(some, (cue) => typeInCue(context, cue, typed(cue))),
    fixAllMs: medianRun(() => timed(() => fixAll(first, rules, options))),
  }
}

function cueAt(cues: readonly Cue[], share: number): Cue {
  const cue = cues[Math.floor(cues.length * share)]
  if (cue === undefined) throw new Error('there are no cues')
  return cue
}

/** Each list of edits is applied and undone; only the making of cues is timed. */
function updateMs({ transcript, durationMs, language }: Whole, steps: readonly Edit[][]): number {
  const parts = new CueParts()
  const update = (of: Transcript): void => {
    const made = parts.update(of, rules, { durationMs, language })
    while (made.next().done !== true);
  }
  update(transcript)
  const times = steps.map((edits) => {
    const after = applyEdits(transcript, edits, { durationMs }).transcript
    const states = Array.from({ length: REPEATS }, () => [after, transcript]).flat()
    return timed(() => states.forEach(update)) / states.length
  })
  return median(times)
}

/** Places where an edit changes nothing do not count. */
function editMs(cues: readonly Cue[], edit: (cue: Cue) => readonly Edit[]): number {
  const some = cues.filter((cue) => edit(cue).length > 0)
  const repeats = Array.from({ length: REPEATS })
  return median(some.map((cue) => timed(() => repeats.forEach(() => edit(cue))) / REPEATS))
}

const medianRun = (run: () => number): number => median(Array.from({ length: RUNS }, run))

/** On the processor's clock, so that other programs do not count. */
function timed(work: () => unknown): number {
  const start = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(start)
  return (user + system) / 1_000
}
