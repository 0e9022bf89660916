import { applyEdits } from '../../../edits/apply-edits.ts'
import type { Edit, RestoreEdit } from '../../../edits/edit.ts'
import { conversation } from '../../../edits/testing/samples.ts'
import type { Mark, Paragraph, Transcript } from '../../../transcript/transcript.ts'
import { makeCues, type Cue } from '../../cues.ts'
import type { CaptionRules } from '../../caption-rules.ts'
import { presetFor } from '../../presets/netflix.ts'
import type { CueContext } from '../cue-context.ts'

/** A transcript whose cues are edited step by step, as on the page. */
export class CueSession {
  transcript: Transcript
  readonly rules: CaptionRules
  readonly durationMs: number
  readonly #inverses: RestoreEdit[] = []
  #ids = 0

  constructor(paragraphs: readonly Paragraph[], marks: readonly Mark[] = [], durationMs = 600_000) {
    this.transcript = { ...conversation(marks), turns: [], paragraphs }
    this.rules = presetFor('en')
    this.durationMs = durationMs
  }

  get cues(): Cue[] {
    return makeCues(this.transcript, this.rules, { durationMs: this.durationMs, language: 'en' })
  }

  /** Lines separated by ` / `, fixed cues with a `!`. */
  get shown(): string[] {
    return this.cues.map(
      ({ lines, isFixed }) => lines.map(({ text }) => text).join(' / ') + (isFixed ? ' !' : ''),
    )
  }

  get context(): CueContext {
    return {
      transcript: this.transcript,
      cues: this.cues,
      rules: this.rules,
      durationMs: this.durationMs,
      language: 'en',
      newId: () => {
        this.#ids += 1
        return `new-${this.#ids}`
      },
    }
  }

  cue(index: number): Cue {
    const cue = this.cues.at(index)
    if (cue === undefined) throw new Error(`no cue ${index}`)
    return cue
  }

  apply(edits: readonly Edit[]): void {
    if (edits.length === 0) return
    const { transcript, inverse } = applyEdits(this.transcript, edits, { durationMs: this.durationMs })
    this.transcript = transcript
    this.#inverses.push(inverse)
  }

  undoAll(): void {
    for (const inverse of this.#inverses.toReversed()) {
      this.transcript = applyEdits(this.transcript, [inverse]).transcript
    }
    this.#inverses.length = 0
  }
}
