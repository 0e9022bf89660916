import type { Paragraph, Word } from '../transcript/transcript.ts'
import { endsWithStop } from './ends-with-stop.ts'

/** A shorter run of another speaker inside a sentence was assigned to the wrong speaker. */
const shortestTurn = 3

/**
 * A paragraph of a text cut where the speaker changes, each part with its speaker. `speakerOf`: the
 * recognized speaker of a word; null if unknown, which keeps the word with the one before it. `canCutBefore`:
 * false for a word inside a line of a cue.
 */
export function cutAtSpeakers(
  paragraph: Paragraph,
  speakerOf: (word: Word) => string | null,
  canCutBefore: (word: Word) => boolean,
): Paragraph[] {
  const runs = steadyRuns(paragraph.words, speakerOf, canCutBefore)
  return runs.map(({ speakerId, words }, index) => {
    if (index === 0) return { ...paragraph, speakerId, words }
    const [first, ...others] = words
    const opened = first === undefined ? [] : [{ ...first, before: first.before.trimStart() }, ...others]
    return { ...paragraph, id: `${paragraph.id}-${index + 1}`, speakerId, words: opened }
  })
}

interface Run {
  readonly speakerId: string | null
  readonly words: Word[]
}

function steadyRuns(
  words: readonly Word[],
  speakerOf: (word: Word) => string | null,
  canCutBefore: (word: Word) => boolean,
): Run[] {
  const pieces = piecesOf(words, canCutBefore)
  const speakers = pieces.map((piece) => mostOften(piece.flatMap((word) => speakerOf(word) ?? [])))
  let current = speakers.find((speaker) => speaker !== null) ?? null
  const runs: Run[] = []
  for (const [index, piece] of pieces.entries()) {
    current = speakers[index] ?? current
    const last = runs.at(-1)
    if (last !== undefined && last.speakerId === current) last.words.push(...piece)
    else runs.push({ speakerId: current, words: [...piece] })
  }
  return joinShortRuns(runs)
}

/** Words that stay together. */
function piecesOf(words: readonly Word[], canCutBefore: (word: Word) => boolean): Word[][] {
  const pieces: Word[][] = []
  for (const word of words) {
    const last = pieces.at(-1)
    if (last === undefined || canCutBefore(word)) pieces.push([word])
    else last.push(word)
  }
  return pieces
}

function joinShortRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = []
  for (const [index, run] of runs.entries()) {
    const last = joined.at(-1)
    const isOwn =
      run.words.length >= shortestTurn ||
      (endsWithStop(last?.words.at(-1)?.text ?? '') &&
        (index === runs.length - 1 || endsWithStop(run.words.at(-1)?.text ?? '')))
    if (last !== undefined && (last.speakerId === run.speakerId || !isOwn)) last.words.push(...run.words)
    else joined.push(run)
  }
  const [first, second, ...others] = joined
  const startsShort =
    first !== undefined &&
    second !== undefined &&
    first.words.length < shortestTurn &&
    !endsWithStop(first.words.at(-1)?.text ?? '')
  return startsShort ? [{ ...second, words: [...first.words, ...second.words] }, ...others] : joined
}

/** Null for an empty list. */
function mostOften(ids: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  let best: string | null = null
  for (const [id, count] of counts) if (count > (counts.get(best ?? '') ?? 0)) best = id
  return best
}
