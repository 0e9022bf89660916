/** Equal for two words that differ only in case, punctuation or the kind of their spaces. */
export function foldWord(text: string): string {
  // Fast path for most words: there is nothing to fold, and a replace-all folds every word.
  if (/^[a-z0-9]+$/u.test(text)) return text
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
  return letters === '' ? text.trim() : letters
}

// Longer "words" are addresses or noise; comparing them letter by letter is not worth the cost.
const longestCompared = 60

/** Similarity of two words, 0 to 1: 1 minus the edit distance divided by the length of the longer word. */
export function similarity(first: string, second: string): number {
  if (first === second) return 1
  const a = first.slice(0, longestCompared)
  const b = second.slice(0, longestCompared)
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(substituted, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    previous = row
  }
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 1 : 1 - (previous[b.length] ?? longest) / longest
}
