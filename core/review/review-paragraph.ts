import { escapedXml } from '../formats/reading/xml-text.ts'
import { readableTime } from '../notation/clock.ts'
import type { Paragraph, Word } from '../transcript/transcript.ts'

/** The text of words; exactly what a page shows of a paragraph, and what the lengths in its data divide. */
export const textOfWords = (words: readonly Pick<Word, 'before' | 'text'>[]): string =>
  words.map(({ before, text }) => before + text).join('')

/** A paragraph of a page; `places` in order, without overlap. */
export function paragraphHtml(
  { words, kind }: Paragraph,
  index: number,
  places: readonly { readonly place: number; readonly from: number; readonly to: number }[],
  hasSound: boolean,
): string {
  const text = textOfWords(words)
  const startMs = words[0]?.startMs ?? 0
  let html = ''
  let at = 0
  for (const { place, from, to } of places) {
    html += `${exactText(text.slice(at, from))}<span class="place" role="button" tabindex="0" data-place="${place}">${exactText(text.slice(from, to))}</span>`
    at = to
  }
  html += exactText(text.slice(at))
  return (
    `<div class="par${kind === 'speech' ? '' : ` ${kind}`}" data-p="${index}">` +
    `<button type="button" class="at" id="at${index}"${hasSound ? '' : ' disabled'}>${readableTime(startMs)}</button>` +
    `<p>${html}</p>` +
    `<button type="button" class="pen" aria-labelledby="pen at${index}"></button></div>`
  )
}

/** A parser reads a carriage return as a line feed, and two characters as one. */
const exactText = (text: string): string => escapedXml(text).replaceAll('\r', '&#13;')
