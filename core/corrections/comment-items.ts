import type { Mark } from '../transcript/transcript.ts'
import type { MatchedTexts } from './match-texts.ts'
import type { FoundCorrection } from './proposed-corrections.ts'
import type { ReturnedBlock, ReturnedComment } from './returned-document.ts'
import type { ShownBlock } from './shown-text.ts'

/** Comments of a returned document on the words that they are on here; those that are here already only with replies. `marks`: as they are here, and as the export had them. */
export function commentItems(
  marks: readonly Mark[],
  blocks: readonly ShownBlock[],
  returned: readonly ReturnedBlock[],
  matched: MatchedTexts,
): FoundCorrection[] {
  if (returned.every(({ comments = [] }) => comments.length === 0)) return []
  const known = new Set(marks.flatMap((mark) => (mark.kind === 'comment' ? plain(mark.value) : [])))
  const tokens = Map.groupBy(matched.now.keys(), (index) => matched.now[index]?.block ?? -1)
  return returned.flatMap(({ comments = [] }, block) =>
    comments.flatMap((comment): FoundCorrection[] => {
      const isKnown = known.has(plain(comment.text))
      const text = textOf(comment, isKnown)
      if (text === '') return []
      const { by, atMs } = isKnown ? { by: comment.replies[0]?.by ?? null, atMs: null } : comment
      const author = { ...(by === null ? {} : { by }), ...(atMs === null ? {} : { atMs }) }
      const place = placeOf(comment, tokens.get(block) ?? [], blocks, matched)
      return place === null
        ? [{ kind: 'told', about: 'note', text, nearWordId: null, ...author }]
        : [{ kind: 'comment', ...place, text, ...author }]
    }),
  )
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

function textOf({ text, replies }: ReturnedComment, isKnown: boolean): string {
  const answers = replies.map((reply) => (reply.by === null ? reply.text : `${reply.by}: ${reply.text}`))
  return [...(isKnown ? [] : [text]), ...answers]
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .join('\n')
}

/** The words that the comment is on, as far as they are here, else the nearest ones of its paragraph; null: none. */
function placeOf(
  { from, to }: ReturnedComment,
  tokens: readonly number[],
  blocks: readonly ShownBlock[],
  { old, now, oldOf }: MatchedTexts,
): { readonly fromWordId: string; readonly toWordId: string } | null {
  const there = tokens.filter((index) => (oldOf[index] ?? -1) >= 0)
  const within = there.filter((index) => {
    const token = now[index]
    return token !== undefined && token.from < to && token.to > from
  })
  const near = there.findLast((index) => (now[index]?.from ?? 0) <= from) ?? there[0]
  const chosen = within.length > 0 ? within : near === undefined ? [] : [near]
  const ids = chosen.flatMap((index) => {
    const token = old[oldOf[index] ?? -1]
    const words = token === undefined ? [] : (blocks[token.block]?.words ?? [])
    return words.filter((word) => token !== undefined && word.from < token.to && word.to > token.from)
  })
  const [fromWordId, toWordId] = [ids[0]?.ids[0], ids.at(-1)?.ids.at(-1)]
  return fromWordId === undefined || toWordId === undefined ? null : { fromWordId, toWordId }
}
