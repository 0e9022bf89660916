import type { CueLine } from '#core/captions/cues'
import styles from './line-text.module.css'

interface Part {
  readonly text: string
  readonly isItalic: boolean
  readonly isOver: boolean
}

/** A line with its italics; the characters over the limit are marked. */
export function LineText({ line, limit }: { readonly line: CueLine; readonly limit?: number | undefined }) {
  const parts = partsOf(line, limit)
  const [only] = parts
  if (parts.length === 1 && only !== undefined && !only.isItalic && !only.isOver) return only.text
  return parts.map(({ text, isItalic, isOver }, index) => {
    const shown = isItalic ? <em>{text}</em> : text
    return (
      // Parts have no identity other than their position.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className={isOver ? styles.over : undefined}>
        {shown}
      </span>
    )
  })
}

function partsOf({ text, italics = [] }: CueLine, limit = Infinity): Part[] {
  const cuts = [0, text.length, ...italics.flatMap(({ from, to }) => [from, to])]
  if (limit < text.length) cuts.push(limit)
  const places = [...new Set(cuts)].toSorted((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? text.length
    return {
      text: text.slice(from, to),
      isItalic: italics.some((italic) => italic.from <= from && to <= italic.to),
      isOver: from >= limit,
    }
  })
}
