export interface HitPart {
  readonly text: string
  readonly hit: boolean
}

/**
 * A snippet cut where the words found stand in it, in their order. The snippet is text of the paragraph and the words
 * are of the same paragraph, but it may hold only some of them; a word stands by itself, never inside another.
 */
export function hitParts(snippet: string, words: readonly string[]): HitPart[] {
  const wanted = [...new Set(words)].filter((word) => word !== '').sort((a, b) => b.length - a.length)
  if (wanted.length === 0) return [{ text: snippet, hit: false }]
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  )
  const parts: HitPart[] = []
  let end = 0
  for (const match of snippet.matchAll(found)) {
    if (match.index > end) parts.push({ text: snippet.slice(end, match.index), hit: false })
    parts.push({ text: match[0], hit: true })
    end = match.index + match[0].length
  }
  if (end < snippet.length) parts.push({ text: snippet.slice(end), hit: false })
  return parts
}

/** A word without the signs around it, as it is marked: `“soldering,”` → `soldering`. */
export function bareWord(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

/** A title or a name cut where words that were typed stand in it, whatever accents and case, the last one begun. */
export function namedParts(name: string, typed: string): HitPart[] {
  const wanted: readonly string[] = folded(typed).match(TOKEN) ?? []
  const last = wanted.at(-1)
  const isHit = (token: string): boolean =>
    wanted.includes(token) || (last !== undefined && token.startsWith(last))
  const parts: HitPart[] = []
  let end = 0
  for (const match of name.matchAll(TOKEN)) {
    if (!isHit(folded(match[0]))) continue
    if (match.index > end) parts.push({ text: name.slice(end, match.index), hit: false })
    parts.push({ text: match[0], hit: true })
    end = match.index + match[0].length
  }
  if (end < name.length) parts.push({ text: name.slice(end), hit: false })
  return parts
}

/** A letter's accents may be of their own. */
const TOKEN = /[\p{L}\p{N}\p{M}]+/gu

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
