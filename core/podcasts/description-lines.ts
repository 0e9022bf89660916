import { oneLine } from '../formats/reading/one-line.ts'
import { shortTime } from '../notation/clock.ts'
import { utf8Length } from '../notation/utf8-length.ts'
import type { Chapter } from '../chapters/chapter.ts'

/** Why a site that makes chapters of a description would make none of these lines. */
export type DescriptionMisfit =
  | { readonly kind: 'none' }
  | { readonly kind: 'few'; readonly count: number }
  | { readonly kind: 'late'; readonly atMs: number }
  | { readonly kind: 'short'; readonly titles: readonly string[] }
  | { readonly kind: 'untitled'; readonly times: readonly number[] }
  | { readonly kind: 'long'; readonly bytes: number }

export interface DescriptionLines {
  /** `0:00 Title`, one line each. */
  readonly text: string
  readonly misfits: readonly DescriptionMisfit[]
}

/** YouTube's, the strictest (Help, Video chapters; Data API, videos): chapters, their length, bytes of a description. */
const FEWEST = 3
const SHORTEST_S = 10
const LONGEST_BYTES = 5_000

/** The listed chapters as lines for the description of a video. `durationMs`: 0 if unknown. */
export function descriptionLines(
  chapters: readonly Pick<Chapter, 'atMs' | 'title' | 'isListed'>[],
  durationMs: number,
): DescriptionLines {
  const listed = chapters
    .filter(({ isListed }) => isListed)
    .map(({ atMs, title }) => ({ atMs, second: Math.floor(atMs / 1_000), title: oneLine(title) }))
  const titled = listed.filter(({ title }) => title !== '')
  const untitled = listed.filter(({ title }) => title === '').map(({ atMs }) => atMs)
  const text = titled.map(({ atMs, title }) => `${shortTime(atMs)} ${title}`).join('\n')
  const bytes = utf8Length(text)
  const end = durationMs === 0 ? Infinity : Math.floor(durationMs / 1_000)
  const short = titled.filter(({ second }, index) => (titled[index + 1]?.second ?? end) - second < SHORTEST_S)
  const [first] = titled
  const misfits: DescriptionMisfit[] = []
  if (first === undefined) misfits.push({ kind: 'none' })
  else if (titled.length < FEWEST) misfits.push({ kind: 'few', count: titled.length })
  if (first !== undefined && first.second > 0) misfits.push({ kind: 'late', atMs: first.atMs })
  if (short.length > 0) misfits.push({ kind: 'short', titles: short.map(({ title }) => title) })
  if (untitled.length > 0) misfits.push({ kind: 'untitled', times: untitled })
  if (bytes > LONGEST_BYTES) misfits.push({ kind: 'long', bytes })
  return { text, misfits }
}
