import { byTime, type StoredMoment } from '../moments/moment.ts'
import { webLink } from '../links/web-link.ts'
import type { JsonValue } from '../transcript/json-value.ts'

/** Kind of the moments that are chapters: they belong to a recording, as all moments do, and to no transcript. */
export const CHAPTER = 'chapter'

/** UTF-16 units. */
export const LONGEST_CHAPTER_TITLE = 500
/** More than any recording has. */
export const MOST_CHAPTERS = 2_000

/** A part of a recording with a title; it ends where the next one begins. */
export interface Chapter {
  readonly id: string
  /** On the recording's own clock. */
  readonly atMs: number
  readonly title: string
  /** Address of a page about it; empty for none. */
  readonly link: string
  /** Address of its picture; empty for none. */
  readonly picture: string
  /** False for one that players do not list, e.g. where only the picture changes. */
  readonly isListed: boolean
}

/** A chapter as a file describes it, before it has an id. */
export type FoundChapter = Omit<Chapter, 'id'>

/** In order of time; of several at one time, the first that is listed. */
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

/** A chapter as the library and files hold it; without what it has not. */
export function chapterMoment({ id, atMs, title, link, picture, isListed }: Chapter): StoredMoment {
  const value: Record<string, JsonValue> = { title }
  if (webLink(link) !== '') value['link'] = webLink(link)
  if (webLink(picture) !== '') value['picture'] = webLink(picture)
  if (!isListed) value['isListed'] = false
  return { id, kind: CHAPTER, atMs, value }
}

/** Null for another kind, or a value that is none of a chapter. */
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
