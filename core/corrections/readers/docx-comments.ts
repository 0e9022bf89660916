import { elementsIn, elementsNamed, type XmlElement } from '../../formats/reading/xml-tree.ts'
import type { ReturnedComment } from '../returned-document.ts'
import { readFeedDate } from '../../podcasts/feed-times.ts'

/** A comment of the file without its place. */
export type DocxComment = Omit<ReturnedComment, 'from' | 'to'> & { readonly id: string }

/** More are left out. */
export const MOST_COMMENTS = 5_000

/** The comments by id, with their replies; a reply is not listed itself. */
export function docxComments(
  root: XmlElement | null,
  extended: XmlElement | null,
): { readonly comments: ReadonlyMap<string, DocxComment>; readonly areCut: boolean } {
  const all = root === null ? [] : elementsNamed(root, 'comment')
  const read = all.slice(0, MOST_COMMENTS).map((element) => ({
    id: element.attributes['id'] ?? '',
    by: element.attributes['author'] || null,
    atMs: readFeedDate(element.attributes['date'] ?? ''),
    text: elementsNamed(element, 'p').map(textOf).join('\n').trim(),
    paragraphIds: elementsNamed(element, 'p').flatMap(({ attributes }) => attributes['paraId'] ?? []),
  }))
  const byParagraph = new Map(read.flatMap((each) => each.paragraphIds.map((id) => [id, each] as const)))
  const parentOf = new Map<string, string>()
  for (const { attributes } of extended === null ? [] : elementsNamed(extended, 'commentEx')) {
    const [own, parent] = [
      byParagraph.get(attributes['paraId'] ?? ''),
      byParagraph.get(attributes['paraIdParent'] ?? ''),
    ]
    if (own !== undefined && parent !== undefined && own !== parent) parentOf.set(own.id, parent.id)
  }
  const rootOf = (id: string): string => {
    let at = id
    // Replies may name each other in a circle.
    for (let steps = 0; steps < read.length; steps += 1) {
      const parent = parentOf.get(at)
      if (parent === undefined) return at
      at = parent
    }
    return id
  }
  const replies = Map.groupBy(
    read.filter(({ id }) => rootOf(id) !== id),
    ({ id }) => rootOf(id),
  )
  const comments = new Map(
    read
      .filter(({ id }) => rootOf(id) === id)
      .map(({ id, by, atMs, text }) => [
        id,
        {
          id,
          by,
          atMs,
          text,
          replies: (replies.get(id) ?? []).map((each) => ({ by: each.by, text: each.text })),
        },
      ]),
  )
  return { comments, areCut: all.length > MOST_COMMENTS }
}

function textOf(paragraph: XmlElement): string {
  return elementsIn(paragraph)
    .map((child) => {
      if (child.name === 't') return child.children.filter((each) => typeof each === 'string').join('')
      if (child.name === 'tab') return ' '
      if (child.name === 'br' || child.name === 'cr') return '\n'
      return child.name === 'p' || child.name === 'del' ? '' : textOf(child)
    })
    .join('')
}
