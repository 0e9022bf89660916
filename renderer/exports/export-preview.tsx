import { type FormatId, formats } from '#core/formats/formats'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './export.module.css'
import { PreviewFrame } from './preview-frame.tsx'
import type { ExportState } from './use-made-export.ts'

/** The beginning of the file, as paper or a page where it is one, or the reason why it cannot be shown. */
export function ExportPreview({
  made,
  error,
  format,
  isOfFilm,
}: Pick<ExportState, 'made' | 'error'> & { readonly format: FormatId; readonly isOfFilm: boolean }) {
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
      ) : made.paper !== undefined ? (
        <>
          <PreviewFrame look="paper" html={made.paper.html} title={say('export.preview')} />
          {!made.paper.isWhole && <p className={styles.cut}>{say('export.preview.cut')}</p>}
        </>
      ) : made.preview === null ? (
        <p className={styles.none}>
          {say('export.preview.none', { format: formats[format].label[language] })}
        </p>
      ) : (
        <>
          {isOfFilm && <p className={styles.none}>{say('film.captions')}</p>}
          {formats[format].mediaType === 'text/html' ? (
            <PreviewFrame look="page" html={stillPage(made.preview)} title={say('export.preview')} />
          ) : format === 'txt' ? (
            <div className={styles.prose}>{made.preview}</div>
          ) : (
            made.preview
          )}
          {!made.isPreviewWhole && <p className={styles.cut}>{say('export.preview.cut')}</p>}
        </>
      )}
    </section>
  )
}

/** The page without parts that do not work in a preview. */
function stillPage(html: string): string {
  return html.replace(/<script>.*?<\/script>/su, '').replace(/(<(?:audio|video)[^>]*?) src="[^"]*"/u, '$1')
}
