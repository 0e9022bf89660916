import type { SpeakerSegment, Word } from '../../transcript/transcript.ts'

/**
 * Words of 200 ms with 50 ms between them; a number in brackets is a pause in ms before the next word:
 * `Hello there. [700] Yes.`
 */
export function spoken(text: string, startMs = 0): Word[] {
  const words: Word[] = []
  let at = startMs
  for (const part of text.split(' ')) {
    const pause = /^\[(\d+)\]$/u.exec(part)
    if (pause) {
      at += Number(pause[1]) - 50
      continue
    }
    words.push({
      id: `c.${words.length}`,
      before: ' ',
      text: part,
      startMs: at,
      endMs: at + 200,
      confidence: 0.96,
      origin: 'recognised',
    })
    at += 250
  }
  return words
}

export const turn = (speakerId: string, startMs: number, endMs: number): SpeakerSegment => ({
  speakerId,
  startMs,
  endMs,
})

/** Speakers of words by letter: `AAB.` (a point means no speaker). */
export const ids = (letters: string): (string | null)[] =>
  Array.from(letters, (letter) => (letter === '.' ? null : letter))
export const letters = (speakerIds: readonly (string | null)[]): string =>
  speakerIds.map((id) => id ?? '.').join('')
