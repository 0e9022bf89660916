import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import type { ShownList } from './use-cut-list.ts'

/** The beginning of a list. */
export function ListPreview({ list: { data, error } }: { readonly list: ShownList }) {
  const say = useSay()
  return (
    // Focusable, so that the keyboard can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.preview} tabIndex={0} aria-label={say('export.list')}>
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <>
          {data.preview}
          {!data.isPreviewWhole && <p className={styles.cut}>{say('export.preview.cut')}</p>}
        </>
      )}
    </section>
  )
}
