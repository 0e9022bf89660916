import type { PlaceToCheck } from '#core/doubt/places-to-check'
import styles from './check.module.css'

/** The words of a place with their context. */
export function Quote({ place, text }: { readonly place: PlaceToCheck; readonly text: string }) {
  return (
    <q className={styles.quote}>
      {place.before}
      <span className={styles.doubt}>{text}</span>
      {place.after}
    </q>
  )
}
