import { behaviorOf } from '../../transcript/marks/mark-behavior.ts'
import type { Mark, Transcript } from '../../transcript/transcript.ts'

/** When a cue is shown, and the ids of the words on each of its lines. */
export interface CueLayout {
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly (readonly string[])[]
}

/** Whether a mark sets where a cue or line begins or when it is shown. */
export const isLayoutMark = (mark: Mark): boolean => behaviorOf(mark)?.effect === 'layout'

/** The marks that fix cues as they are, with ids `cue.1`, `cue.2`, … */
export function layoutMarks(cues: readonly CueLayout[]): Mark[] {
  const marks: Mark[] = []
  const at = (wordId: string) => ({ id: `cue.${marks.length + 1}`, fromWordId: wordId, toWordId: wordId })
  for (const { startMs, endMs, lines } of cues) {
    const starts = lines.flatMap(([first]) => first ?? [])
    const [first, ...others] = starts
    const last = lines.findLast((line) => line.length > 0)?.at(-1)
    if (first === undefined || last === undefined) continue
    marks.push({ ...at(first), kind: 'break-before', value: null })
    marks.push({ ...at(first), kind: 'cue-start', value: startMs })
    for (const start of others) marks.push({ ...at(start), kind: 'line-break', value: null })
    // Without it, a cue of one line would be divided into as many as the rules prefer.
    if (others.length === 0 && first !== last) {
      marks.push({ ...at(first), toWordId: last, kind: 'no-break', value: null })
    }
    marks.push({ ...at(last), kind: 'cue-end', value: endMs })
  }
  return marks
}

/** The transcript without its marks of cues and lines: its captions are cut anew. */
export function withoutLayout(transcript: Transcript): Transcript {
  return { ...transcript, marks: transcript.marks.filter((mark) => !isLayoutMark(mark)) }
}
