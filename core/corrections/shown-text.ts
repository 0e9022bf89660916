import { documentCues } from '../formats/document-cues.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { languageOf, transcriptWithoutFillers } from '../fillers/transcript-without-fillers.ts'
import { edgesOf } from '../reading/mark-edges.ts'
import { readTranscript } from '../reading/read-transcript.ts'
import { readWords } from '../reading/read-words.ts'
import { asSaidWords } from '../transcript/as-said-words.ts'
import { redactedWords } from '../transcript/redacted-words.ts'
import { speakerNames } from '../transcript/speaker-names.ts'
import type { Paragraph, Transcript, Word } from '../transcript/transcript.ts'

/** A word, or what is written instead of several, in the text of a block (UTF-16 units). */
export interface ShownWord {
  readonly from: number
  readonly to: number
  /** Words of the transcript, in order; at least one. */
  readonly ids: readonly string[]
  /** A placeholder of redacted words: it is neither changed nor removed. */
  readonly isPlaceholder: boolean
}

/** A paragraph, or a caption's own wording, as an export shows it. */
export interface ShownBlock {
  readonly text: string
  readonly words: readonly ShownWord[]
  readonly speakerId: string | null
  /** The name in a heading of its speaker, and the one before a person gave any; null: nobody. */
  readonly name: string | null
  readonly label: string | null
  /** Its text is a mark's own, whose words are said and not shown. */
  readonly wording: OwnWording | null
}

interface OwnWording {
  readonly markId: string
  readonly value: string
  /** The export has a placeholder for it, as its words are redacted. */
  readonly isHidden: boolean
}

/** How a kind of files shows a transcript: texts by paragraph, captions with their own wordings. */
export type ShownAs = 'text' | 'captions'

/**
 * A document of a transcript as its exports show it: without hidden fillers, with numbers in digits, placeholders for
 * redacted words and captions' own wordings.
 * @param source the transcript as it is, with everything that an export leaves out
 * @param document the same, as it is exported
 */
export function shownText(
  source: Transcript,
  document: DocumentWithExtras,
  as: ShownAs,
  speakerLabel: (number: number) => string,
): ShownBlock[] {
  const idsOf = writtenFor(source, document)
  const hidden = redactedWords(source)
  const { transcript } = document
  const read = readTranscript(transcript)
  const shownWord = (word: Word, from: number): ShownWord => {
    const to = from + word.text.length
    const ids = idsOf(word.id)
    return { from, to, ids, isPlaceholder: ids.some((id) => hidden.has(id)) }
  }
  const names = speakerNames(transcript.speakers, speakerLabel)
  const nameless = transcript.speakers.map((speaker) => ({ ...speaker, name: null }))
  const labels = speakerNames(nameless, speakerLabel)
  const namesOf: NamesOf = (speakerId) => ({
    speakerId,
    name: names.get(speakerId ?? '') ?? null,
    label: labels.get(speakerId ?? '') ?? null,
  })
  const blockOf: MakeBlock = (words, speakerId) => {
    let text = ''
    const placed = words.map((word) => {
      const space = text === '' ? word.before.trimStart() : word.before
      const from = text.length + space.length
      text += space + word.text
      return shownWord(word, from)
    })
    return { text, words: placed, ...namesOf(speakerId), wording: null }
  }
  if (as === 'captions') return captionBlocks(source, document, read, blockOf, namesOf)
  return read.paragraphs.flatMap(({ words, speakerId }) =>
    words.length === 0 ? [] : [blockOf(words, speakerId)],
  )
}

type NamesOf = (speakerId: string | null) => Pick<ShownBlock, 'speakerId' | 'name' | 'label'>
type MakeBlock = (words: readonly Word[], speakerId: string | null) => ShownBlock

/** By paragraph, in the order of the captions, which may interleave voices; an own wording replaces its words. */
function captionBlocks(
  source: Transcript,
  document: DocumentWithExtras,
  read: Transcript,
  blockOf: MakeBlock,
  namesOf: NamesOf,
): ShownBlock[] {
  const paragraphOf = new Map(
    read.paragraphs.flatMap((paragraph) =>
      paragraph.words.map((word) => [word.id, { paragraph, word }] as const),
    ),
  )
  const wordings = wordingsByWord(source, document.transcript)
  // Its first word may be a filler that is not shown.
  const speakerOf = new Map(
    document.transcript.paragraphs.flatMap(({ words, speakerId }) =>
      words.map(({ id }) => [id, speakerId] as const),
    ),
  )
  const blocks: ShownBlock[] = []
  const seen = new Set<string>()
  let open: Word[] = []
  let paragraph: Paragraph | undefined
  const close = (): void => {
    if (open.length > 0) blocks.push(blockOf(open, paragraph?.speakerId ?? null))
    open = []
  }
  for (const { wordIds } of documentCues(document, { speakerLabel: String }, 'never')) {
    for (const id of wordIds) {
      const own = wordings.get(id)
      if (own !== undefined) {
        for (const wording of own) {
          if (seen.has(wording.markId)) continue
          seen.add(wording.markId)
          close()
          const speakerId = speakerOf.get(id) ?? null
          blocks.push({ text: wording.value, words: [], ...namesOf(speakerId), wording })
        }
        continue
      }
      const found = paragraphOf.get(id)
      // A long word may be in two captions.
      if (found === undefined || seen.has(id)) continue
      seen.add(id)
      if (found.paragraph !== paragraph) close()
      ;({ paragraph } = found)
      open.push(found.word)
    }
  }
  close()
  return blocks
}

/** Each word's own wordings, in the order of captions, which show one for each first word. */
function wordingsByWord(
  source: Transcript,
  { paragraphs, marks }: Pick<Transcript, 'paragraphs' | 'marks'>,
): Map<string, OwnWording[]> {
  const found = new Map<string, OwnWording[]>()
  const own = new Map(marks.flatMap((mark) => (mark.kind === 'wording' ? [[mark.fromWordId, mark]] : [])))
  if (own.size === 0) return found
  const typed = new Map(source.marks.map(({ id, value }) => [id, value]))
  const ids = paragraphs.flatMap(({ words }) => words.map(({ id }) => id))
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  const placed = [...own.values()].flatMap(({ id, fromWordId, toWordId, value }) => {
    const [from, to] = [placeOf.get(fromWordId), placeOf.get(toWordId)]
    if (from === undefined || to === undefined) return []
    return [{ wording: { markId: id, value, isHidden: typed.get(id) !== value }, from, to }]
  })
  for (const { wording, from, to } of placed.toSorted((a, b) => a.from - b.from))
    for (const word of ids.slice(from, to + 1)) found.set(word, [...(found.get(word) ?? []), wording])
  return found
}

/** The words of the transcript that a shown word represents. */
function writtenFor(
  source: Transcript,
  { transcript }: DocumentWithExtras,
): (id: string) => readonly string[] {
  const joined = new Map<string, readonly string[]>()
  if (transcript.numbers === 'digits') {
    const edges = edgesOf(transcript.marks)
    const clean = transcriptWithoutFillers(transcript)
    for (const { kind, words, language } of clean.paragraphs) {
      if (kind !== 'speech') continue
      const kept = asSaidWords(words, clean.marks)
      const read = readWords(
        words,
        languageOf({ language }, clean.language),
        { numbers: 'digits' },
        edges,
        kept,
      )
      for (const [id, ids] of read?.joined ?? []) joined.set(id, ids)
    }
  }
  const redacted = placeholdersOf(source, transcript)
  return (id) => (joined.get(id) ?? [id]).flatMap((each) => redacted.get(each) ?? [each])
}

/** A placeholder has the id of the first of its words; the others are missing in the document. */
function placeholdersOf(source: Transcript, document: Transcript): Map<string, readonly string[]> {
  const hidden = redactedWords(source)
  const found = new Map<string, readonly string[]>()
  if (hidden.size === 0) return found
  const left = new Set(document.paragraphs.flatMap(({ words }) => words.map(({ id }) => id)))
  for (const { words } of source.paragraphs) {
    let run: string[] | null = null
    for (const { id } of words) {
      if (!hidden.has(id)) run = null
      else if (left.has(id)) found.set(id, (run = [id]))
      else run?.push(id)
    }
  }
  return found
}
