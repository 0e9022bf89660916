import { isList, isObject } from './json-fields.ts'
import { msOf, parseJson } from './json-text.ts'
import { webLink } from '../../links/web-link.ts'
import { UnreadableText } from '../reading/unreadable-text.ts'
import {
  type FoundChapter,
  MAX_CHAPTER_TITLE_LENGTH,
  MAX_CHAPTERS,
  oneATime,
} from '../../chapters/chapter.ts'

/**
 * Reads JSON chapters of Podcasting 2.0 (podcast namespace, jsonChapters 1.2): in order of time, one at each
 * time. Entries without a readable time are skipped. Throws UnreadableText if there is no list of chapters.
 */
export function readChaptersJson(text: string): FoundChapter[] {
  const root = parseJson(text, () => undefined)
  const list = isObject(root) ? root['chapters'] : undefined
  if (!isList(list)) throw new UnreadableText('wrong-shape', 'chapters', 'a list expected')
  const found = list.slice(0, MAX_CHAPTERS).flatMap((entry): FoundChapter[] => {
    if (!isObject(entry)) return []
    const atMs = msOf(entry['startTime'])
    if (atMs === null || atMs < 0) return []
    const textOf = (name: string): string => {
      const member = entry[name]
      return typeof member === 'string' ? member.trim() : ''
    }
    return [
      {
        atMs: Math.round(atMs),
        title: textOf('title').slice(0, MAX_CHAPTER_TITLE_LENGTH),
        link: webLink(textOf('url')),
        picture: webLink(textOf('img')),
        isListed: entry['toc'] !== false,
      },
    ]
  })
  return oneATime(found)
}

/** Writes chapters as JSON of Podcasting 2.0; times in seconds. */
export function writeChaptersJson(chapters: readonly FoundChapter[]): string {
  const lines = chapters.map(({ atMs, title, link, picture, isListed }) =>
    JSON.stringify({
      startTime: atMs / 1_000,
      title,
      ...(webLink(picture) === '' ? {} : { img: webLink(picture) }),
      ...(webLink(link) === '' ? {} : { url: webLink(link) }),
      ...(isListed ? {} : { toc: false }),
    }),
  )
  const list = lines.length === 0 ? '[]' : `[\n  ${lines.join(',\n  ')}\n ]`
  return `{\n "version": "1.2.0",\n "chapters": ${list}\n}\n`
}
