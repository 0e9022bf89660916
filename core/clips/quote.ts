import type { DocumentWithExtras } from '../formats/format.ts'
import { oneLine } from '../formats/reading/one-line.ts'
import { programLanguage } from '../messages/messages.ts'
import { shortTime } from '../notation/clock.ts'
import { paragraphText } from '../transcript/transcript.ts'

/** Marks around what is quoted. */
const MARKS = { en: ['“', '”'], fr: ['«\u00A0', '\u00A0»'] } as const

/**
 * What is said in a clip as a text to copy: quoted, then speaker, title and time; of several speakers a line each. Empty
 * if nothing is said. `fromMs`: where the clip begins in its recording.
 * @param document the clip's, as it may leave the library
 */
export function quoteOf({ transcript, recording }: DocumentWithExtras, fromMs: number): string {
  const [open, close] = MARKS[programLanguage(transcript.language)]
  const names = new Map(transcript.speakers.map(({ id, name }) => [id, oneLine(name ?? '')]))
  const said: { speakerId: string | null; text: string }[] = []
  for (const paragraph of transcript.paragraphs) {
    const text = paragraph.kind === 'speech' ? oneLine(paragraphText(paragraph)) : ''
    if (text === '') continue
    const last = said.at(-1)
    if (last !== undefined && last.speakerId === paragraph.speakerId) last.text += ` ${text}`
    else said.push({ speakerId: paragraph.speakerId, text })
  }
  if (said.length === 0) return ''
  const nameOf = (speakerId: string | null): string => names.get(speakerId ?? '') ?? ''
  const [only, another] = said
  const isOne = another === undefined
  const lines = said.map(({ speakerId, text }) => {
    const name = isOne ? '' : nameOf(speakerId)
    return `${name === '' ? '' : `${name}: `}${open}${text}${close}`
  })
  const title = oneLine(recording.title || recording.fileName)
  const source = [isOne ? nameOf(only?.speakerId ?? null) : '', title, shortTime(fromMs)]
  return `${lines.join('\n')}\n— ${source.filter((part) => part !== '').join(', ')}`
}
