import { Fragment } from 'react'
import type { ItemLine, ItemPart } from '../editor/check-item.ts'
import styles from './check.module.css'

/** The words of an item with those around them; with labels, two texts one below the other. */
export function ItemLines({ lines }: { readonly lines: readonly ItemLine[] }) {
  if (lines.every(({ label }) => label === undefined)) {
    return lines.map((line, index) => (
      // Lines have no identity other than their position.
      // oxlint-disable-next-line react/no-array-index-key
      <q key={index} className={styles.quote}>
        <Parts parts={line.parts} />
      </q>
    ))
  }
  return (
    <dl className={styles.versus}>
      {lines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={index}>
          <dt>{line.label}</dt>
          <dd>
            <Parts parts={line.parts} />
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

function Parts({ parts }: { readonly parts: readonly ItemPart[] }) {
  return parts.map(({ text, tone, voice }, index) =>
    tone === undefined ? (
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={index}>{text}</Fragment>
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className={styles[tone]} data-v={voice}>
        {text}
      </span>
    ),
  )
}
