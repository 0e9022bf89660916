import { makeCues } from '../../captions/cues.ts'
import type { Cue } from '../../captions/cue.ts'
import { rulesOf } from '../../captions/presets/transcript-rules.ts'
import { keptCaptions } from '../../captions/retiming/kept-captions.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { documentCues } from '../document-cues.ts'
import type { DocumentWithExtras, WriteOptions } from '../format.ts'

/**
 * A document whose times were moved, with marks on the captions that would be others where it is read again; the same
 * document if none would.
 */
export function keptCaptionsDocument(
  document: DocumentWithExtras,
  options: WriteOptions,
): DocumentWithExtras {
  if (document.captionsFrom === undefined) return document
  const { transcript, recording, silences } = document
  const { language, marks } = transcript
  const rules = rulesOf(transcript)
  const whole = { durationMs: recording.durationMs, language, isRedacted: silences !== undefined }
  const wanted = documentCues(document, options, 'never')
  const taken = new Set(marks.map(({ id }) => id))
  let made = 0
  const newId = (): string => {
    do made += 1
    while (taken.has(`kept-${made}`))
    return `kept-${made}`
  }
  const steps = keptCaptions(
    { transcript, cues: wanted, rules, durationMs: whole.durationMs, language, newId },
    wanted,
    // oxlint-disable-next-line require-yield -- all at once
    function* (after: Transcript): Generator<undefined, Cue[]> {
      return makeCues(after, rules, whole)
    },
  )
  for (;;) {
    const step = steps.next()
    if (step.done !== true) continue
    const { edits, transcript: kept } = step.value
    return edits.length === 0 ? document : { ...document, transcript: kept }
  }
}
