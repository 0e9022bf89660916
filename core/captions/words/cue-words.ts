import type { Transcript } from '../../transcript/transcript.ts'
import { type CueLayout, layoutMarks, withoutLayout } from '../marks/cue-marks.ts'
import type { Cue } from '../cues.ts'

const visible = (text: string): number => text.replaceAll(/\s/gu, '').length

/**
 * The transcript with marks that fix these cues, which contain its words in order, one for one; a word in two
 * cues belongs to the first.
 */
export function withCues(transcript: Transcript, cues: readonly Cue[]): Transcript {
  const known = new Map(
    transcript.paragraphs.flatMap(({ speakerId, words }) =>
      words.map(({ id, text }) => [id, { text, speakerId }] as const),
    ),
  )
  const taken = new Set<string>()
  const layouts = cues.map(({ startMs, endMs, lines, wordIds }): CueLayout => {
    const queue = wordIds.filter((id) => !taken.has(id))
    for (const id of queue) taken.add(id)
    return {
      startMs,
      endMs,
      lines: lines.map(({ text, speakerId }, index) => {
        if (index === lines.length - 1) return queue.splice(0)
        const own = queue.filter((id) => known.get(id)?.speakerId === speakerId)
        // A dash or a name is in the line but not among the words, so a speaker's last line takes the rest.
        const isLast = !lines.slice(index + 1).some((later) => later.speakerId === speakerId)
        const room = isLast ? Infinity : visible(text)
        const ids: string[] = []
        for (let length = 0; ids.length < own.length && length < room;) {
          const id = own[ids.length] ?? ''
          length += visible(known.get(id)?.text ?? '')
          ids.push(id)
        }
        queue.splice(0, queue.length, ...queue.filter((id) => !ids.includes(id)))
        return ids
      }),
    }
  })
  const plain = withoutLayout(transcript)
  return { ...plain, marks: [...plain.marks, ...layoutMarks(layouts)] }
}
