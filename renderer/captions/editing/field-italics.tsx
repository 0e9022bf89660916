import type { TextPart } from '#core/captions/edits/toggle-italic'
import styles from './editing.module.css'

/** Lies under the field, with the same text and line breaks: a field itself cannot show a part of it in italics. */
export function FieldItalics({
  text,
  parts,
}: {
  readonly text: string
  readonly parts: readonly TextPart[]
}) {
  if (parts.length === 0) return null
  return (
    <div className={styles.italics} aria-hidden="true">
      {parts.map(({ from, to }, index) => (
        <span key={from}>
          {text.slice(index === 0 ? 0 : parts[index - 1]?.to, from)}
          <em>{text.slice(from, to)}</em>
        </span>
      ))}
    </div>
  )
}
