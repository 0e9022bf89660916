import { findWord } from '../edits/places.ts'
import { isUnspaced } from '../language/unspaced-scripts.ts'
import type { Transcript, Word } from '../transcript/transcript.ts'
import type { ExpectedWord, FoundCorrection } from './proposed-corrections.ts'
import type { ShownBlock, ShownWord } from './shown-text.ts'
import type { TextChange } from './split-run.ts'

/** Changes of the shown text as corrections of the transcript's words, or of the texts that captions have of their own. */
export function wordItems(
  source: Transcript,
  blocks: readonly ShownBlock[],
  changes: readonly TextChange[],
): FoundCorrection[] {
  return [...Map.groupBy(changes, ({ block }) => block)].flatMap(([index, own]) => {
    const block = blocks[index]
    if (block === undefined) return []
    if (block.wording !== null) return [wordingItem(source, block, block.wording, own)]
    return changedGroups(block, own).flatMap((group) => groupItems(source, block, group))
  })
}

function wordingItem(
  { marks }: Pick<Transcript, 'marks'>,
  { text }: ShownBlock,
  { markId, value, isHidden }: NonNullable<ShownBlock['wording']>,
  changes: readonly TextChange[],
): FoundCorrection {
  const changed = changedText(text, 0, text.length, changes)
  if (isHidden) {
    const nearWordId = marks.find(({ id }) => id === markId)?.fromWordId ?? null
    return { kind: 'told', about: 'redacted', text: changed, nearWordId, ...authorOf(changes) }
  }
  return { kind: 'wording', markId, expected: value, text: changed, ...authorOf(changes) }
}

interface ChangedGroup {
  /** Indexes of the shown words that change, `to` not included; none: text is inserted before `from`. */
  readonly from: number
  readonly to: number
  readonly changes: readonly TextChange[]
}

/** Changes by the words that they touch: several in one word are one. */
function changedGroups({ words }: ShownBlock, changes: readonly TextChange[]): ChangedGroup[] {
  const groups: ChangedGroup[] = []
  for (const change of changes.toSorted((a, b) => a.from - b.from)) {
    const { from: start, to: end } = change
    const after = words.findIndex((word) => word.to > start)
    const from = after < 0 ? words.length : after
    const beyond = words.findIndex((word) => word.from >= end)
    const to = Math.max(from, beyond < 0 ? words.length : beyond)
    const last = groups.at(-1)
    const isSame = last !== undefined && from < to && from < last.to
    if (isSame)
      groups[groups.length - 1] = {
        from: last.from,
        to: Math.max(to, last.to),
        changes: [...last.changes, change],
      }
    else groups.push({ from, to, changes: [change] })
  }
  return groups
}

function groupItems(source: Transcript, { text, words }: ShownBlock, group: ChangedGroup): FoundCorrection[] {
  const { from, to, changes } = group
  const author = authorOf(changes)
  const pieces = changes.flatMap((change) => change.pieces)
  const touched = words.slice(from, to)
  const [first, last] = [touched[0], touched.at(-1)]
  if (first === undefined || last === undefined) {
    const written = joinPieces(pieces)
    return written === '' ? [] : insertion(source, words, from, written, author)
  }
  const start = Math.min(first.from, ...changes.map((change) => change.from))
  const end = Math.max(last.to, ...changes.map((change) => change.to))
  const changed = changedText(text, start, end, changes)
  if (touched.some(({ isPlaceholder }) => isPlaceholder)) {
    const nearWordId = first.ids[0] ?? null
    return [{ kind: 'told', about: 'redacted', text: changed, nearWordId, ...author }]
  }
  const isWhole = changes.length === 1 && first.from === start && last.to === end
  return replacements(source, touched, changed, isWhole ? pieces : [], author)
}

/** Before the shown word at an index, else after the last one. */
function insertion(
  source: Transcript,
  words: readonly ShownWord[],
  index: number,
  text: string,
  author: Author,
): FoundCorrection[] {
  const id = words[index]?.ids[0]
  const near = id ?? words[index - 1]?.ids.at(-1)
  const place = near === undefined ? null : findWord(source, near)
  if (place === null) return []
  const own = source.paragraphs[place.paragraph]?.words ?? []
  const at = id === undefined ? place.word + 1 : place.word
  return [
    {
      kind: 'words',
      wordBeforeId: own[at - 1]?.id ?? null,
      wordAfterId: own[at]?.id ?? null,
      expected: [],
      text,
      ...author,
    },
  ]
}

/** Hidden words between those that change stay: the text is on the first part, or shared if there are as many words. */
function replacements(
  source: Transcript,
  touched: readonly ShownWord[],
  text: string,
  pieces: readonly string[],
  author: Author,
): FoundCorrection[] {
  const parts: {
    readonly words: Word[]
    readonly before: string | null
    after: string | null
    shown: number
  }[] = []
  let next: { readonly paragraph: number; readonly word: number } | undefined
  for (const { ids } of touched) {
    let isCounted = false
    for (const id of ids) {
      const place = findWord(source, id)
      const own = source.paragraphs[place?.paragraph ?? -1]?.words ?? []
      const word = own[place?.word ?? -1]
      if (place === null || word === undefined) continue
      const isNext = next?.paragraph === place.paragraph && next.word === place.word
      if (!isNext) parts.push({ words: [], before: own[place.word - 1]?.id ?? null, after: null, shown: 0 })
      const part = parts.at(-1)
      if (part === undefined) continue
      part.words.push(word)
      part.after = own[place.word + 1]?.id ?? null
      if (!isCounted) part.shown += 1
      isCounted = true
      next = { paragraph: place.paragraph, word: place.word + 1 }
    }
  }
  const isShared = parts.length > 1 && pieces.length === touched.length
  let used = 0
  return parts.flatMap(({ words, before, after, shown }, index): FoundCorrection[] => {
    const own = isShared ? joinPieces(pieces.slice(used, (used += shown))) : index === 0 ? text : ''
    const expected = words.map((word): ExpectedWord => ({ id: word.id, text: word.text }))
    if (own === joinPieces(words.map((word) => word.text))) return []
    return [{ kind: 'words', wordBeforeId: before, wordAfterId: after, expected, text: own, ...author }]
  })
}

type Author = ReturnType<typeof authorOf>

function authorOf(changes: readonly TextChange[]): { readonly by?: string; readonly atMs?: number } {
  const { by, atMs } = changes.find(({ author }) => author.by !== null)?.author ?? { by: null, atMs: null }
  return { ...(by === null ? {} : { by }), ...(atMs === null ? {} : { atMs }) }
}

/** The text from one place to another with changes, without the space around it. */
function changedText(text: string, from: number, to: number, changes: readonly TextChange[]): string {
  let changed = ''
  let at = from
  for (const change of changes.toSorted((a, b) => a.from - b.from)) {
    const written = joinPieces(change.pieces)
    const isInserted = change.from === change.to && written !== '' && !isUnspaced(written)
    changed += text.slice(at, change.from) + (isInserted ? ` ${written} ` : written)
    at = Math.max(at, change.to)
  }
  // A space that does not break stands for the one of an inserted text, and for that on the other side of a deleted one.
  return (changed + text.slice(at, to))
    .replaceAll(/ +(?=[ \u00A0\u202F])|(?<=[\u00A0\u202F])[ \u00A0\u202F]+/gu, '')
    .trim()
}

const joinPieces = (pieces: readonly string[]): string => pieces.join(' ')
