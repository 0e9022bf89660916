import type { TextSpan } from './style-marks.ts'

export interface UntaggedText {
  readonly text: string
  readonly italics: readonly TextSpan[]
  /** Tags that neither start nor end italics. */
  readonly dropped: readonly string[]
}

/**
 * A text without its tags, and its italic parts; unclosed italics extend to the end.
 * @param italicsOf true if a tag starts italics, false if it ends them, null for another tag
 */
export function untag(raw: string, tags: RegExp, italicsOf: (tag: string) => boolean | null): UntaggedText {
  const italics: TextSpan[] = []
  const dropped: string[] = []
  let text = ''
  let at = 0
  let from: number | null = null
  const close = (): void => {
    if (from !== null && text.length > from) italics.push({ from, to: text.length })
    from = null
  }
  for (const match of raw.matchAll(tags)) {
    text += raw.slice(at, match.index)
    at = match.index + match[0].length
    const isItalic = italicsOf(match[0])
    if (isItalic === null) dropped.push(match[0])
    else if (isItalic) from ??= text.length
    else close()
  }
  text += raw.slice(at)
  close()
  return { text, italics, dropped }
}
