import type { Transcript } from '../transcript/transcript.ts'
import { type CueLayout, layoutMarks, withoutLayout } from './cue-marks.ts'
import type { Cue } from './cues.ts'

const visible = (text: string): number => text.replaceAll(/\s/gu, '').length

/**
 * The transcript with marks that keep these cues. They hold its words in order, one for one; of a word in two cues, the
 * first has it.
 */
export function withCues(transcript: Transcript, cues: readonly Cue[]): Transcript {
  const texts = new Map(transcript.paragraphs.flatMap(({ words }) => words.map(({ id, text }) => [id, text])))
  const taken = new Set<string>()
  const layouts = cues.map(({ startMs, endMs, lines, wordIds }): CueLayout => {
    const queue = wordIds.filter((id) => !taken.has(id))
    for (const id of queue) taken.add(id)
    return {
      startMs,
      endMs,
      lines: lines.map(({ text }, index) => {
        if (index === lines.length - 1) return queue.splice(0)
        const ids: string[] = []
        for (let length = 0; queue.length > 0 && length < visible(text);) {
          const id = queue.shift() ?? ''
          length += visible(texts.get(id) ?? '')
          ids.push(id)
        }
        return ids
      }),
    }
  })
  const plain = withoutLayout(transcript)
  return { ...plain, marks: [...plain.marks, ...layoutMarks(layouts)] }
}
