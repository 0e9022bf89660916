import type { ReadResult } from '../format.ts'
import { cuesRead } from './round-trip.ts'

/** What a reader found: each cue as `start–end Name: line / line`, and the codes of its corrections. */
export function found({ document, corrections }: ReadResult): {
  readonly cues: string[]
  readonly codes: string[]
} {
  const names = new Map(document.transcript.speakers.map(({ id, name }) => [id, name]))
  const cues = cuesRead(document).map(({ startMs, endMs, lines }) => {
    const texts = lines.map(({ speakerId, text }) =>
      speakerId === null ? text : `${names.get(speakerId)}: ${text}`,
    )
    return `${startMs}–${endMs} ${texts.join(' / ')}`
  })
  return { cues, codes: corrections.map(({ code }) => code) }
}
