import type { Paragraph, Transcript, SpeakerSegment, Word } from '../../transcript/transcript.ts'
import { orderTimes } from '../../words/align/order-times.ts'
import { carryIds, type CarriedWord } from './carry-ids.ts'
import { isChunkTouched } from './chunk-touched.ts'
import { closingWords, openingWords, paragraphSpan } from '../places.ts'
import { touchedBetween, type Touched } from '../touched.ts'

/** The result of decoding one chunk. */
export interface ChunkToAssemble {
  readonly chunkId: string
  /**
   * Recognized words in order of time, with ids `<chunk>.<n>`. Empty when the chunk has no speech or nothing was
   * recognized.
   */
  readonly words: readonly Word[]
  /** `wordIds` returned for this chunk's previous text; null when this is its first. */
  readonly earlier: readonly string[] | null
}

export interface AssemblyOptions {
  /** Paragraphs that a person split, joined or assigned (`settledBy`): they keep their bounds and speaker. */
  readonly settled: ReadonlySet<string>
  /**
   * Groups a run of words in reading order into paragraphs (core/paragraphs), given the transcript's current turns.
   * It must use each word once, in order, and return the same ids for the same words.
   */
  readonly paragraphsOf: (words: readonly Word[], turns: readonly SpeakerSegment[]) => readonly Paragraph[]
}

export interface Assembled {
  readonly transcript: Transcript
  /** True when a person has changed this chunk's first text, which is therefore kept. */
  readonly keptFirstText: boolean
  /** The ids of the chunk's words after this call: `earlier` for the next text. */
  readonly wordIds: readonly string[]
  readonly touched: Touched
}

/**
 * Inserts a chunk's text into a transcript that a person may be editing at the same time.
 *
 * A first text is placed by time: into the settled paragraph that spans it, or among the surrounding
 * unsettled words, which are regrouped into paragraphs. The result therefore does not depend on the order in
 * which chunks finish. A second text replaces the first, unless one of its words was edited or removed,
 * something was typed into it, a mark is on it, or a settled paragraph would be left without words. Words
 * that both texts share, or of which one became exactly one other, keep their ids; all get the second text's
 * times.
 */
export function assembleChunk(
  transcript: Transcript,
  chunk: ChunkToAssemble,
  options: AssemblyOptions,
): Assembled {
  const earlier = new Set(chunk.earlier)
  const kept: Assembled = {
    transcript,
    keptFirstText: true,
    wordIds: [...earlier],
    touched: touchedBetween(transcript, transcript),
  }
  if (isChunkTouched(transcript, earlier)) return kept

  const firstText = transcript.paragraphs.flatMap(({ words }) => words.filter((word) => earlier.has(word.id)))
  const carried = carryIds(chunk.chunkId, firstText, chunk.words)
  const isKept = (paragraph: Paragraph): boolean =>
    paragraph.kind !== 'speech' || options.settled.has(paragraph.id)
  const placed = placeWords(transcript.paragraphs, earlier, carried, isKept)
  if (placed === null) return kept
  const paragraphs = rebuild(transcript, placed, isKept, options)
  const after = { ...transcript, paragraphs }
  return {
    transcript: after,
    keptFirstText: false,
    wordIds: carried.map(({ word }) => word.id),
    touched: touchedBetween(transcript, after),
  }
}

/** A paragraph with its new words; `dirty` when they differ from the old ones. */
interface Placed {
  readonly paragraph: Paragraph | null
  words: readonly Word[]
  isChanged: boolean
}

/** Each word goes to the paragraph of the word it replaces, or else to the one that contains its time. */
function placeWords(
  paragraphs: readonly Paragraph[],
  earlier: ReadonlySet<string>,
  carried: readonly CarriedWord[],
  isKept: (paragraph: Paragraph) => boolean,
): Placed[] | null {
  const placed = paragraphs.map((paragraph): Placed => {
    const words = paragraph.words.filter((word) => !earlier.has(word.id))
    const isChanged = words.length < paragraph.words.length
    return { paragraph, words: isChanged ? words : paragraph.words, isChanged }
  })
  const placeOfOldWord = new Map<string, Placed>()
  paragraphs.forEach((paragraph, index) => {
    const place = placed[index]
    for (const word of paragraph.words) {
      if (place !== undefined && earlier.has(word.id)) placeOfOldWord.set(word.id, place)
    }
  })
  for (const { word, besideId } of carried) {
    const place =
      (besideId === null ? undefined : placeOfOldWord.get(besideId)) ?? findPlaceByTime(placed, word, isKept)
    place.words = mergeByTime(place.words, word)
    place.isChanged = true
  }
  const isEmptied = (each: Placed): boolean =>
    each.paragraph !== null && each.isChanged && each.words.length === 0 && isKept(each.paragraph)
  return placed.some(isEmptied) ? null : placed
}

/** Adds a new entry to `placed` when the word follows a paragraph that may not take more words. */
function findPlaceByTime(placed: Placed[], word: Word, isKept: (paragraph: Paragraph) => boolean): Placed {
  const middle = (word.startMs + word.endMs) / 2
  const settled = placed.find(({ paragraph }) => {
    if (paragraph?.kind !== 'speech' || !isKept(paragraph)) return false
    const span = paragraphSpan(paragraph)
    return span !== null && span.startMs <= middle && middle < span.endMs
  })
  if (settled !== undefined) return settled
  const index = placed.findLastIndex(({ paragraph, words }) => {
    const startMs = words[0]?.startMs ?? (paragraph && paragraphSpan(paragraph)?.startMs) ?? Infinity
    return startMs <= word.startMs
  })
  const before = placed[index]
  const isOpen = before !== undefined && (before.paragraph === null || !isKept(before.paragraph))
  if (isOpen) return before
  const made: Placed = { paragraph: null, words: [], isChanged: true }
  placed.splice(index + 1, 0, made)
  return made
}

function mergeByTime(words: readonly Word[], word: Word): readonly Word[] {
  const after = words.findLastIndex((each) => each.startMs <= word.startMs)
  return words.toSpliced(after + 1, 0, word)
}

/** Neighboring unsettled paragraphs that changed are regrouped together. */
function rebuild(
  transcript: Transcript,
  placed: readonly Placed[],
  isKept: (paragraph: Paragraph) => boolean,
  options: AssemblyOptions,
): readonly Paragraph[] {
  const known = new Map(transcript.paragraphs.map((paragraph) => [paragraph.id, paragraph]))
  const byFirstWord = new Map(
    transcript.paragraphs.flatMap(({ id, words }) => (words[0] === undefined ? [] : [[words[0].id, id]])),
  )
  const result: Paragraph[] = []
  const given = new Set<string>()
  const give = (paragraph: Paragraph): void => {
    result.push(paragraph)
    given.add(paragraph.id)
  }
  let run: Placed[] = []
  const closeRun = (): void => {
    if (run.some((each) => each.isChanged)) {
      const words = run.flatMap((each) => [...each.words])
      const own = new Set(run.map(({ paragraph }) => paragraph?.id))
      const isFree = (id: string): boolean => !given.has(id) && (own.has(id) || !known.has(id))
      for (const built of words.length === 0 ? [] : options.paragraphsOf(words, transcript.turns)) {
        // Keep the paragraph id when a person has changed the word it came from: to a reader it is the same
        // paragraph.
        const wantedId = byFirstWord.get(built.words[0]?.id ?? '') ?? built.id
        const id = freeId(isFree(wantedId) ? wantedId : built.id, isFree)
        give(sameOrNew(known.get(id), { ...built, id, words: orderTimes(built.words) }))
      }
    } else for (const { paragraph } of run) if (paragraph !== null) give(paragraph)
    run = []
  }
  for (const each of placed) {
    if (each.paragraph === null || !isKept(each.paragraph)) run.push(each)
    else {
      closeRun()
      const { paragraph, words } = each
      if (!each.isChanged) give(paragraph)
      else give({ ...paragraph, words: closingWords(openingWords(orderTimes(words))) })
    }
  }
  closeRun()
  return result
}

/** A free id, so that a paragraph keeps its own when one built next to it has the same. */
function freeId(id: string, isFree: (id: string) => boolean): string {
  let free = id
  while (!isFree(free)) free += '+'
  return free
}

/** The existing paragraph if it is equal, so that unchanged paragraphs are not stored or drawn again. */
function sameOrNew(known: Paragraph | undefined, built: Paragraph): Paragraph {
  const isSame =
    known !== undefined &&
    known.speakerId === built.speakerId &&
    known.language === built.language &&
    known.kind === built.kind &&
    known.words.length === built.words.length &&
    known.words.every((word, index) => word === built.words[index])
  return isSame ? known : built
}
