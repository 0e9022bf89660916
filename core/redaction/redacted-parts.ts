import type { SelectedPart } from '../formats/documents/copied-text.ts'

/**
 * Selected text in a form that may leave the library: redacted text becomes the placeholder. The same parts
 * if there is none. `redacted` as returned by `redactedWords`.
 */
export function redactedParts(
  parts: readonly SelectedPart[],
  redacted: ReadonlyMap<string, string | null>,
  placeholder: string,
): readonly SelectedPart[] {
  if (redacted.size === 0) return parts
  const shown = parts.map((part) => redactedPart(part, redacted, placeholder))
  return shown.some((part, index) => part !== parts[index]) ? shown : parts
}

function redactedPart(
  part: SelectedPart,
  redacted: ReadonlyMap<string, string | null>,
  placeholder: string,
): SelectedPart {
  const { paragraph, from, text } = part
  let shown = ''
  let taken = 0
  let at = 0
  let run: string | null | undefined
  for (const word of paragraph?.words ?? []) {
    const start = at + word.before.length
    at = start + word.text.length
    const replacement = redacted.get(word.id)
    const [first, last] = [Math.max(0, start - from), Math.min(text.length, at - from)]
    if (last > first && replacement !== undefined) {
      // Adjacent words become one placeholder.
      if (replacement !== run) shown += text.slice(taken, first) + (replacement ?? placeholder)
      taken = last
    }
    if (last > first) run = replacement
  }
  return taken === 0 ? part : { ...part, text: shown + text.slice(taken) }
}

/** The selected text of redacted words, run by run. */
export function redactedTexts(
  parts: readonly SelectedPart[],
  redacted: ReadonlyMap<string, string | null>,
): string[] {
  return parts.flatMap(({ paragraph, from, text }) => {
    const runs: { from: number; to: number; last: number }[] = []
    let at = 0
    for (const [index, word] of (paragraph?.words ?? []).entries()) {
      const start = at + word.before.length
      at = start + word.text.length
      const [first, end] = [Math.max(0, start - from), Math.min(text.length, at - from)]
      if (end <= first || !redacted.has(word.id)) continue
      const before = runs.at(-1)
      if (before?.last === index - 1) runs[runs.length - 1] = { ...before, to: end, last: index }
      else runs.push({ from: first, to: end, last: index })
    }
    return runs.map((run) => text.slice(run.from, run.to))
  })
}
