import { type SourceId, sources } from './sources.ts'

/** A part of a text: plain, an explained word, a link to a place in the program, or a source. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'term'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string }
  | { readonly kind: 'source'; readonly id: SourceId }

const MARK = /\*\*(?<term>[^*]+)\*\*|\[(?<words>[^\]]+)\]\((?<to>\/[^)]+)\)|\{(?<source>[^}]+)\}/gu

/** Throws for a source that is not in the list. */
export function parseInline(text: string): Inline[] {
  const parts: Inline[] = []
  let at = 0
  for (const match of text.matchAll(MARK)) {
    if (match.index > at) parts.push({ kind: 'text', text: text.slice(at, match.index) })
    at = match.index + match[0].length
    const { term, words, to, source } = match.groups ?? {}
    if (term !== undefined) parts.push({ kind: 'term', text: term })
    else if (words !== undefined && to !== undefined) parts.push({ kind: 'link', text: words, to })
    else if (source !== undefined) parts.push({ kind: 'source', id: sourceId(source) })
  }
  if (at < text.length) parts.push({ kind: 'text', text: text.slice(at) })
  return parts
}

function sourceId(name: string): SourceId {
  if (Object.hasOwn(sources, name)) return name as SourceId
  throw new Error(`no such source: ${name}`)
}
