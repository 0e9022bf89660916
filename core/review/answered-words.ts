import type { ToldAbout, ToldCorrection, WordsCorrection } from '../corrections/proposed-corrections.ts'
import { isPlaceholder } from '../outgoing/placeholder.ts'
import { alignTexts, type WordMatch } from '../words/align/align.ts'
import { splitText, type TextPiece } from '../words/align/split-text.ts'
import type { PresentWord, PresentWords } from './present-words.ts'
import type { AnsweredParagraph, AnsweredWord } from './review-answer.ts'

type Found = Omit<WordsCorrection, 'id'> | Omit<ToldCorrection, 'id'>

/** Words `from..to` of the page (`to` not included) that have another text now. */
interface Run {
  readonly from: number
  readonly to: number
  readonly pieces: readonly TextPiece[]
}

/** What a person changed in a paragraph of a review page, as corrections of the transcript as it is now. */
export function answeredWords(present: PresentWords, { words, text }: AnsweredParagraph): Found[] {
  const place = words.map(([id]) => present.byId.get(id)).find((each) => each !== undefined)
  const { language } = present.transcript.paragraphs[place?.paragraph ?? -1] ?? present.transcript
  const pieces = splitText(text, language)
  const matches = alignTexts(
    words.map(([, , said]) => said.trim()),
    pieces.map((piece) => piece.text.trim()),
  )
  const same = matches.filter(({ exact }) => exact)
  const found: Found[] = []
  let covered = 0
  for (const run of runsBetween(matches, words, pieces)) {
    if (run.from < covered) continue
    const made = corrected(present, words, run) ?? changedSince(present, words, run, same, pieces)
    covered = made.covered
    found.push(...made.found)
  }
  return found
}

interface Made {
  readonly found: readonly Found[]
  /** Words of the page before this one are dealt with. */
  readonly covered: number
}

/** Neighboring ones are one, unless redacted words are among them: what is said of these cannot be taken. */
function runsBetween(
  matches: readonly WordMatch[],
  words: readonly AnsweredWord[],
  pieces: readonly TextPiece[],
): Run[] {
  const runs: Run[] = []
  const add = (run: Run): void => {
    const last = runs.at(-1)
    const isNext = last !== undefined && last.to === run.from
    if (!isNext || hasPlaceholder(words, last) || hasPlaceholder(words, run)) runs.push(run)
    else runs[runs.length - 1] = { ...last, to: run.to, pieces: [...last.pieces, ...run.pieces] }
  }
  let [from, piece] = [0, 0]
  for (const match of [...matches, { old: words.length, new: pieces.length, exact: true }]) {
    if (match.old > from || match.new > piece)
      add({ from, to: match.old, pieces: pieces.slice(piece, match.new) })
    if (!match.exact)
      add({ from: match.old, to: match.old + 1, pieces: pieces.slice(match.new, match.new + 1) })
    ;[from, piece] = [match.old + 1, match.new + 1]
  }
  return runs
}

const hasPlaceholder = (words: readonly AnsweredWord[], { from, to }: Run): boolean =>
  words.slice(from, to).some(([, , said]) => isPlaceholder(said))

/** Null if the place has other words than in the page. */
function corrected(present: PresentWords, words: readonly AnsweredWord[], run: Run): Made | null {
  const own = words.slice(run.from, run.to)
  const text = textOf(run.pieces)
  const there = own.map(([id]) => present.byId.get(id))
  if (own.some(([, , said], index) => isPlaceholder(said) || there[index]?.isRedacted === true))
    return { found: [told('redacted', text, own)], covered: run.to }
  if (own.length === 0) {
    const before = present.byId.get(words[run.from - 1]?.[0] ?? '')
    const after = present.byId.get(words[run.to]?.[0] ?? '')
    const at = before ?? after
    if (at === undefined) return null
    const from = before === undefined ? at.from : endOf(present, before)
    return { found: [correctionAt(present, at.paragraph, from, from, text)], covered: run.to }
  }
  if (!areAsInPage(there, own)) return null
  const [first, last] = [there[0], there.at(-1)]
  if (first === undefined || last === undefined) return null
  // Hidden fillers between words that are replaced one by one stay.
  const isOneByOne = own.length === run.pieces.length
  const parts = isOneByOne ? unbroken(there) : [{ from: 0, to: there.length }]
  return {
    found: parts.flatMap(({ from, to }) => {
      const [start, end] = [there[from], there[to - 1]]
      if (start === undefined || end === undefined) return []
      const put = isOneByOne ? textOf(run.pieces.slice(from, to)) : text
      return [correctionAt(present, start.paragraph, start.from, end.to, put)]
    }),
    covered: run.to,
  }
}

/** Words were changed here since: both texts are shown, from a word that both have to the next. */
function changedSince(
  present: PresentWords,
  words: readonly AnsweredWord[],
  run: Run,
  same: readonly { readonly old: number; readonly new: number }[],
  pieces: readonly TextPiece[],
): Made {
  const stands = ({ old }: { readonly old: number }): boolean => {
    const [id = '', , said] = words[old] ?? []
    const there = present.byId.get(id)
    return there !== undefined && there.text.trim() === said?.trim()
  }
  const before = same.findLast((match) => match.old < run.from && stands(match))
  const after = same.find((match) => match.old >= run.to && stands(match))
  const own = words.slice((before?.old ?? -1) + 1, after?.old ?? words.length)
  const text = textOf(pieces.slice((before?.new ?? -1) + 1, after?.new ?? pieces.length))
  const covered = after?.old ?? words.length
  const [start, end] = [before, after].map((match) => present.byId.get(words[match?.old ?? -1]?.[0] ?? ''))
  const paragraph = (start ?? end)?.paragraph
  if (
    paragraph === undefined ||
    (start !== undefined && end !== undefined && start.paragraph !== end.paragraph)
  )
    return { found: [told('note', text, own)], covered }
  const from = start?.to ?? 0
  const to = end?.from ?? present.wordsOf(paragraph).length
  const now = present.wordsOf(paragraph).slice(from, to)
  if (to < from || now.some(({ id }) => present.byId.get(id)?.isRedacted === true))
    return { found: [told('redacted', text, own)], covered }
  // Changed here in the same way.
  if (textOf(now).trim() === text) return { found: [], covered }
  return { found: [{ ...correctionAt(present, paragraph, from, to, text), exported: saidOf(own) }], covered }
}

function correctionAt(
  present: PresentWords,
  paragraph: number,
  from: number,
  to: number,
  text: string,
): Omit<WordsCorrection, 'id'> {
  const words = present.wordsOf(paragraph)
  return {
    kind: 'words',
    wordBeforeId: words[from - 1]?.id ?? null,
    wordAfterId: words[to]?.id ?? null,
    expected: words.slice(from, to).map(({ id, text: said }) => ({ id, text: said })),
    text,
  }
}

const told = (
  about: ToldAbout,
  text: string,
  words: readonly AnsweredWord[],
): Omit<ToldCorrection, 'id'> => ({
  kind: 'told',
  about,
  text: text === '' ? saidOf(words) : text,
  nearWordId: words[0]?.[0] ?? null,
})

/** After a word, or after the redacted words of its placeholder. */
function endOf(present: PresentWords, { paragraph, to, isRedacted }: PresentWord): number {
  const words = present.wordsOf(paragraph)
  if (!isRedacted) return to
  let end = to
  while (present.byId.get(words[end]?.id ?? '')?.isRedacted === true) end += 1
  return end
}

/** Whether words are all there, in one paragraph and in this order, as a page showed them. */
export function areAsInPage(
  there: readonly (PresentWord | undefined)[],
  words: readonly AnsweredWord[],
): boolean {
  return words.every(([, , said], index) => {
    const [own, before] = [there[index], there[index - 1]]
    if (own === undefined || own.text.trim() !== said.trim() || own.isRedacted) return false
    return index === 0 || (before?.paragraph === own.paragraph && before.to <= own.from)
  })
}

/** Stretches without other words in between. */
function unbroken(there: readonly (PresentWord | undefined)[]): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = []
  for (const [index, word] of there.entries()) {
    const last = parts.at(-1)
    if (last !== undefined && there[index - 1]?.to === word?.from) last.to = index + 1
    else parts.push({ from: index, to: index + 1 })
  }
  return parts
}

/** On one line: a paragraph has none inside. */
const textOf = (pieces: readonly TextPiece[]): string =>
  pieces
    .map(({ before, text }) => before + text)
    .join('')
    .replaceAll(/\s*\n\s*/gu, ' ')
    .trim()

const saidOf = (words: readonly AnsweredWord[]): string =>
  words
    .map(([, before, text]) => before + text)
    .join('')
    .trim()
