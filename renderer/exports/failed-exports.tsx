import { wireErrorOf } from '../ui/error-notice.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './export-recordings.module.css'
import type { FailedExport } from './make-exports.ts'

/** Recordings that could not be exported, each with the reason. */
export function FailedExports({ failed }: { readonly failed: readonly FailedExport[] }) {
  const say = useSay()
  const language = useLanguage()
  if (failed.length === 0) return null
  return (
    <div role="alert" className={styles.failed}>
      <p>{say('export.many.failed', { count: failed.length })}</p>
      <ul>
        {failed.map(({ recordingId, title, error }) => {
          const { message, remedy } = wireErrorOf(error, language)
          return (
            <li key={recordingId}>
              <b>{title}</b>: {remedy === undefined ? message : `${message} ${remedy}`}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
