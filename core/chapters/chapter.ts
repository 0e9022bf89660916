import { byTime, type StoredMoment } from '../moments/moment.ts'
import { webLink } from '../links/web-link.ts'
import type { JsonValue } from '../transcript/json-value.ts'

/**
 * Kind of the moments that are chapters: like all moments, they belong to a recording, not to a transcript.
 */
export const CHAPTER = 'chapter'

/** UTF-16 units. */
export const MAX_CHAPTER_TITLE_LENGTH = 500
/** More than any recording has. */
export const MAX_CHAPTERS = 2_000

/** A titled part of a recording; it ends where the next one begins. */
export interface Chapter {
  readonly id: string
  /** On the recording's clock. */
  readonly atMs: number
  readonly title: string
  /** URL of a page about it; empty: none. */
  readonly link: string
  /** URL of its picture; empty: none. */
  readonly picture: string
  /** False for one that players do not list, e.g. where only the picture changes. */
  readonly isListed: boolean
}

/** A chapter as a file describes it, before it has an id. */
export type FoundChapter = Omit<Chapter, 'id'>

/** In order of time; of several at the same time, the first listed one. */
export function oneATime<Placed extends Pick<Chapter, 'atMs' | 'isListed'>>(
  found: readonly Placed[],
): Placed[] {
  const sorted = found.toSorted((a, b) => a.atMs - b.atMs || Number(b.isListed) - Number(a.isListed))
  return sorted.filter(({ atMs }, index) => atMs !== sorted[index - 1]?.atMs)
}

/** The chapters among the moments of a recording, in order of time. */
export const chaptersAmong = (moments: readonly StoredMoment[]): Chapter[] =>
  moments
    .map(readChapter)
    .filter((chapter) => chapter !== null)
    .toSorted(byTime)

export const isChapter = ({ kind }: Pick<StoredMoment, 'kind'>): boolean => kind === CHAPTER

/** A chapter as stored in the library and in files; absent fields are omitted. */
export function chapterMoment({ id, atMs, title, link, picture, isListed }: Chapter): StoredMoment {
  const value: Record<string, JsonValue> = { title }
  if (webLink(link) !== '') value['link'] = webLink(link)
  if (webLink(picture) !== '') value['picture'] = webLink(picture)
  if (!isListed) value['isListed'] = false
  return { id, kind: CHAPTER, atMs, value }
}

/** Null for another kind, or an invalid value. */
function readChapter({ id, kind, atMs, value }: StoredMoment): Chapter | null {
  if (kind !== CHAPTER || typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const members = value as Readonly<Record<string, JsonValue>>
  const text = (name: string): string => {
    const member = members[name]
    return typeof member === 'string' ? member : ''
  }
  return {
    id,
    atMs,
    title: text('title'),
    link: webLink(text('link')),
    picture: webLink(text('picture')),
    isListed: members['isListed'] !== false,
  }
}
