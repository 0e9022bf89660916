import type { Word } from '../../transcript/transcript.ts'

/** Words of a track, 300 ms each, with ids as in a job for all tracks. */
export function spoken(track: number, startMs: number, text: string, chunk = startMs): Word[] {
  const prefix = track === 0 ? '' : `t${track}`
  return text.split(' ').map((word, index) => ({
    id: `${prefix}c${chunk.toString(36)}.${index}`,
    before: ' ',
    text: word,
    startMs: startMs + index * 300,
    endMs: startMs + index * 300 + 280,
    confidence: 0.9,
    origin: 'recognised',
  }))
}
