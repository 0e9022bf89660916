import type { Paragraph } from '../../transcript/transcript.ts'

/** A turn: the speaker, start and end in ms, and the text, with words spread evenly by characters. */
export type ScriptedTurn = readonly [speakerId: string | null, startMs: number, endMs: number, text: string]

/** Paragraphs `p0`, `p1`, … with words `p0.0`, `p0.1`, … */
export function spoken(turns: readonly ScriptedTurn[], language = 'en'): Paragraph[] {
  return turns.map(([speakerId, startMs, endMs, text], index) => {
    const texts = text.split(' ')
    const length = texts.reduce((sum, word) => sum + word.length, 0)
    let position = 0
    const timeAt = (place: number): number => startMs + Math.round(((endMs - startMs) * place) / length)
    const words = texts.map((word, place) => {
      const from = timeAt(position)
      position += word.length
      return {
        id: `p${index}.${place}`,
        before: place === 0 ? '' : ' ',
        text: word,
        startMs: from,
        endMs: timeAt(position),
        confidence: null,
        origin: 'recognised' as const,
      }
    })
    return { id: `p${index}`, speakerId, language, kind: 'speech', words }
  })
}
