import type { Mark, Paragraph } from '#core/transcript/transcript'
import { spansOfWords, type WordSpan } from './word-spans.ts'

interface Beside {
  /**
   * Words after which redacted ones were removed, and words before which they were, at the start of the
   * transcript.
   */
  readonly after: ReadonlySet<string>
  readonly before: ReadonlySet<string>
}

// Marks never change in place, and most keystrokes leave them unchanged.
const known = new WeakMap<readonly Mark[], Beside>()

function besideIn(marks: readonly Mark[]): Beside {
  const there = known.get(marks)
  if (there !== undefined) return there
  const after = new Set<string>()
  const before = new Set<string>()
  for (const mark of marks) {
    if (mark.kind !== 'redacted-sound') continue
    if (mark.value.place === 'before') before.add(mark.toWordId)
    else if (mark.fromWordId !== mark.toWordId || mark.value.place === 'after') after.add(mark.fromWordId)
  }
  known.set(marks, { after, before })
  return { after, before }
}

/** Words of a paragraph next to which redacted words were removed, and on which side. */
export function silentSpans(
  paragraph: Paragraph,
  marks: readonly Mark[],
): readonly (WordSpan & { readonly side: 'before' | 'after' })[] {
  const { after, before } = besideIn(marks)
  if (after.size === 0 && before.size === 0) return []
  return paragraph.words.flatMap(({ id }) => {
    const sides = [
      ...(before.has(id) ? (['before'] as const) : []),
      ...(after.has(id) ? (['after'] as const) : []),
    ]
    return sides.flatMap((side) =>
      spansOfWords(paragraph, (each) => each === id).map((span) => ({ ...span, side })),
    )
  })
}
