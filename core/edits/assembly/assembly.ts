import type { Paragraph, Transcript, Turn, Word } from '../../transcript/transcript.ts'
import { orderTimes } from '../../words/align/order-times.ts'
import { carryIds, type CarriedWord } from './carry-ids.ts'
import { isChunkTouched } from './chunk-touched.ts'
import { closingWords, openingWords, paragraphSpan } from '../places.ts'
import { touchedBetween, type Touched } from '../touched.ts'

/** What a decode of a chunk gave. */
export interface ChunkToAssemble {
  readonly chunkId: string
  /** Recognized words in order of time, with ids `<chunk>.<n>`. None: nothing was said, or nothing heard. */
  readonly words: readonly Word[]
  /** `wordIds` of what this chunk's text before this one became; null when this is its first. */
  readonly earlier: readonly string[] | null
}

export interface AssemblyOptions {
  /** Paragraphs that a person split, joined or assigned (`settledBy`): they keep bounds and speaker. */
  readonly settled: ReadonlySet<string>
  /**
   * Makes paragraphs of a stretch of words in order of reading (core/paragraphs), given the transcript's turns as
   * they are now. It must use each word once, in order, and give the same ids for the same words.
   */
  readonly paragraphsOf: (words: readonly Word[], turns: readonly Turn[]) => readonly Paragraph[]
}

export interface Assembled {
  readonly transcript: Transcript
  /** True: a person has been at this chunk's first text, which stays as it is. */
  readonly keptFirstText: boolean
  /** The chunk's words as they stand now: the next text's `earlier`. */
  readonly wordIds: readonly string[]
  readonly touched: Touched
}

/**
 * Puts a chunk's text into a transcript that a person may be editing meanwhile.
 *
 * A first text goes where its time is: into the settled paragraph that spans it, or among the unsettled words
 * around, which are made into paragraphs anew; so the outcome does not hang on the order in which chunks
 * finish. A second text takes the place of the first, unless a word of it was edited or taken out, something
 * was written into it, a mark lies on it, or a settled paragraph would be left without words. Words that both
 * texts have, or of which one became one other, keep their ids; all have the second text's times.
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

/** A paragraph with its new words; `dirty` when they are not the old ones. */
interface Placed {
  readonly paragraph: Paragraph | null
  words: readonly Word[]
  dirty: boolean
}

/** Each word goes to the paragraph of the word it took the place of, else to the one its time is in. */
function placeWords(
  paragraphs: readonly Paragraph[],
  earlier: ReadonlySet<string>,
  carried: readonly CarriedWord[],
  isKept: (paragraph: Paragraph) => boolean,
): Placed[] | null {
  const placed = paragraphs.map((paragraph): Placed => {
    const words = paragraph.words.filter((word) => !earlier.has(word.id))
    const dirty = words.length < paragraph.words.length
    return { paragraph, words: dirty ? words : paragraph.words, dirty }
  })
  const homeOfOld = new Map<string, Placed>()
  paragraphs.forEach((paragraph, index) => {
    const home = placed[index]
    for (const word of paragraph.words) {
      if (home !== undefined && earlier.has(word.id)) homeOfOld.set(word.id, home)
    }
  })
  for (const { word, besideId } of carried) {
    const home = (besideId === null ? undefined : homeOfOld.get(besideId)) ?? homeByTime(placed, word, isKept)
    home.words = mergeByTime(home.words, word)
    home.dirty = true
  }
  const isEmptied = (each: Placed): boolean =>
    each.paragraph !== null && each.dirty && each.words.length === 0 && isKept(each.paragraph)
  return placed.some(isEmptied) ? null : placed
}

/** Adds a new place to `placed` when the word stands after a paragraph that may take no more. */
function homeByTime(placed: Placed[], word: Word, isKept: (paragraph: Paragraph) => boolean): Placed {
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
  const made: Placed = { paragraph: null, words: [], dirty: true }
  placed.splice(index + 1, 0, made)
  return made
}

function mergeByTime(words: readonly Word[], word: Word): readonly Word[] {
  const after = words.findLastIndex((each) => each.startMs <= word.startMs)
  return words.toSpliced(after + 1, 0, word)
}

/** Unsettled neighbors that changed are made into paragraphs anew, together. */
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
    if (run.some((each) => each.dirty)) {
      const words = run.flatMap((each) => [...each.words])
      const own = new Set(run.map(({ paragraph }) => paragraph?.id))
      const isFree = (id: string): boolean => !given.has(id) && (own.has(id) || !known.has(id))
      for (const built of words.length === 0 ? [] : options.paragraphsOf(words, transcript.turns)) {
        // A person may have changed the word that its id came from: it is the same one for whoever reads there.
        const wished = byFirstWord.get(built.words[0]?.id ?? '') ?? built.id
        const id = freeId(isFree(wished) ? wished : built.id, isFree)
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
      if (!each.dirty) give(paragraph)
      else give({ ...paragraph, words: closingWords(openingWords(orderTimes(words))) })
    }
  }
  closeRun()
  return result
}

/** A paragraph keeps its id also where those made beside it would like the same. */
function freeId(id: string, isFree: (id: string) => boolean): string {
  let free = id
  while (!isFree(free)) free += '+'
  return free
}

/** The paragraph that was there, if it is the same: what has not changed is not stored or drawn again. */
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
