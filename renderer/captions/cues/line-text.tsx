import type { TextSpan } from '#core/captions/words/text-span'
import type { CueLine } from '#core/captions/cues'
import { classNames } from '../../ui/class-names.ts'
import type { LineHit } from './hits-in-cues.ts'
import styles from './line-text.module.css'

interface Part {
  readonly text: string
  readonly isItalic: boolean
  readonly isOver: boolean
  readonly isSpoken: boolean
  readonly hit: LineHit | undefined
}

export interface LineTextProps {
  readonly line: CueLine
  readonly limit?: number | undefined
  /** What was found in it. */
  readonly hits?: readonly LineHit[]
  /** A word of another color. */
  readonly spoken?: { readonly word: TextSpan; readonly color: string }
}

const noHits: readonly LineHit[] = []

/** A line with its italics; the characters over the limit, and hits of a search, are marked. */
export function LineText({ line, limit, hits = noHits, spoken }: LineTextProps) {
  const parts = partsOf(line, limit, hits, spoken?.word)
  const [only] = parts
  if (
    parts.length === 1 &&
    only !== undefined &&
    !only.isItalic &&
    !only.isOver &&
    !only.isSpoken &&
    only.hit === undefined
  )
    return only.text
  return parts.map(({ text, isItalic, isOver, isSpoken, hit }, index) => {
    const marked =
      hit === undefined ? (
        text
      ) : (
        <mark className={classNames(styles.hit, hit.isNow && styles.now)}>{text}</mark>
      )
    const shown = isItalic ? <em>{marked}</em> : marked
    return (
      // Parts have no identity other than their position.
      // oxlint-disable-next-line react/no-array-index-key
      <span
        key={index}
        className={isOver ? styles.over : undefined}
        style={isSpoken ? { color: spoken?.color } : undefined}
      >
        {shown}
      </span>
    )
  })
}

function partsOf(
  { text, italics = [] }: CueLine,
  limit = Infinity,
  hits = noHits,
  spoken?: TextSpan,
): Part[] {
  const cuts = [
    0,
    text.length,
    ...[...italics, ...hits, ...(spoken === undefined ? [] : [spoken])].flatMap(({ from, to }) => [from, to]),
  ]
  if (limit < text.length) cuts.push(limit)
  const places = [...new Set(cuts)].toSorted((a, b) => a - b)
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1] ?? text.length
    return {
      text: text.slice(from, to),
      isItalic: italics.some((italic) => italic.from <= from && to <= italic.to),
      isOver: from >= limit,
      isSpoken: spoken !== undefined && spoken.from <= from && to <= spoken.to,
      hit: hits.find((hit) => hit.from <= from && to <= hit.to),
    }
  })
}
