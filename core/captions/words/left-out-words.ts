import type { Mark, Paragraph, Transcript } from '../../transcript/transcript.ts'
import type { Cue } from '../cues.ts'

/** Consecutive words that a person omitted from captions. */
export interface LeftOutWords {
  readonly fromWordId: string
  readonly toWordId: string
  /** Their text. */
  readonly text: string
}

// Marks never change in place: views ask again after each key.
const known = new WeakMap<readonly Mark[], ReadonlySet<string>>()

/**
 * Ids of the words that captions omit because of a `hide` mark. Cached per list of marks, so words typed
 * between these later are not included.
 */
export function leftOutIds({
  marks,
  paragraphs,
}: Pick<Transcript, 'marks' | 'paragraphs'>): ReadonlySet<string> {
  const before = known.get(marks)
  if (before !== undefined) return before
  const hides = marks.filter(({ kind }) => kind === 'hide')
  const ids = new Set<string>()
  if (hides.length > 0) {
    const words = paragraphs.flatMap((paragraph) => paragraph.words)
    const places = new Map(words.map(({ id }, place) => [id, place]))
    for (const { fromWordId, toWordId } of hides) {
      const [from, to] = [places.get(fromWordId), places.get(toWordId)]
      if (from === undefined || to === undefined) continue
      for (const { id } of words.slice(from, to + 1)) ids.add(id)
    }
  }
  known.set(marks, ids)
  return ids
}

/** Runs of them in a paragraph. */
export function leftOutIn({ words }: Pick<Paragraph, 'words'>, ids: ReadonlySet<string>): LeftOutWords[] {
  const runs: { fromWordId: string; toWordId: string; text: string; last: number }[] = []
  for (const [index, { id, before, text }] of words.entries()) {
    if (!ids.has(id)) continue
    const run = runs.at(-1)
    if (run?.last === index - 1) {
      runs[runs.length - 1] = { ...run, toWordId: id, text: run.text + before + text, last: index }
    } else runs.push({ fromWordId: id, toWordId: id, text, last: index })
  }
  return runs.map(({ fromWordId, toWordId, text }) => ({ fromWordId, toWordId, text }))
}

/**
 * The omitted words per caption, by its index: the caption with the words before them, else the first after
 * them. Without any caption, all are at -1.
 */
export function leftOutByCue(
  transcript: Pick<Transcript, 'marks' | 'paragraphs'>,
  cues: readonly Pick<Cue, 'index' | 'wordIds'>[],
): ReadonlyMap<number, readonly LeftOutWords[]> {
  const ids = leftOutIds(transcript)
  const byCue = new Map<number, LeftOutWords[]>()
  if (ids.size === 0) return byCue
  const cueOf = new Map(cues.flatMap(({ index, wordIds }) => wordIds.map((id) => [id, index] as const)))
  let before = cues[0]?.index ?? -1
  for (const paragraph of transcript.paragraphs) {
    const runs = new Map(leftOutIn(paragraph, ids).map((run) => [run.fromWordId, run]))
    for (const { id } of paragraph.words) {
      before = cueOf.get(id) ?? before
      const run = runs.get(id)
      if (run !== undefined) byCue.set(before, [...(byCue.get(before) ?? []), run])
    }
  }
  return byCue
}
