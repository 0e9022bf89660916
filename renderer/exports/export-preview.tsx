import { type FormatId, formats } from '#core/formats/formats'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import type { ExportState } from './use-made-export.ts'

/** The beginning of the file, or why it cannot be shown. */
export function ExportPreview({
  made,
  error,
  format,
}: Pick<ExportState, 'made' | 'error'> & { readonly format: FormatId }) {
  const say = useSay()
  const language = useLanguage()
  return (
    // Focusable, so that the keyboard can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.preview} tabIndex={0} aria-label={say('export.preview')}>
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : made === null ? (
        <Loading />
      ) : made.preview === null ? (
        <p className={styles.none}>
          {say('export.preview.none', { format: formats[format].label[language] })}
        </p>
      ) : (
        <>
          {made.preview}
          {isCut(made.preview, made.base64) && <p className={styles.cut}>{say('export.preview.cut')}</p>}
        </>
      )}
    </section>
  )
}

/** Whether the file is longer than its preview. Base64 has 4 characters for 3 bytes. */
function isCut(preview: string, base64: string): boolean {
  return new TextEncoder().encode(preview).length < (base64.length / 4) * 3 - 2
}
