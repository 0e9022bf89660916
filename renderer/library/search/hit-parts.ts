export interface HitPart {
  readonly text: string
  readonly hit: boolean
}

/**
 * Splits a snippet at the words found, in their order. Snippet and words come from the same paragraph, but the snippet
 * may contain only some of them; a word is matched whole, never inside another.
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

/** A word without surrounding punctuation, as it is marked: `“soldering,”` → `soldering`. */
export function bareWord(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

/** Splits a title or a name at the typed words, ignoring accents and case; the last word may be incomplete. */
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

/** Includes combining marks, as accents may be separate characters. */
const TOKEN = /[\p{L}\p{N}\p{M}]+/gu

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
