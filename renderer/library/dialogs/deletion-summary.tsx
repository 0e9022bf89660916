import { formatList } from '#core/notation/numbers'
import { Link } from '@tanstack/react-router'
import type { CallOutput } from '#contracts/calls/calls'
import { formatBytes } from '../../ui/format-bytes.ts'
import { localeOf, useLanguage, useSay } from '../../ui/words.tsx'
import styles from './delete-dialog.module.css'

type Deletion = CallOutput<'recordings.deletion'>

/** What the deletion of these recordings removes and leaves. */
export function DeletionSummary({ deletions }: { readonly deletions: readonly Deletion[] }) {
  const say = useSay()
  const language = useLanguage()
  const sum = (of: (deletion: Deletion) => number): number =>
    deletions.reduce((all, deletion) => all + of(deletion), 0)
  const corrections = sum((one) => one.corrections)
  const notes = sum((one) => one.notes)
  const cachedBytes = sum((one) => one.cachedBytes)
  const originals = sum((one) => Number(one.originalGoes))
  const staying = sum((one) => Number(one.originalStays))
  // A damaged library may hold any of them.
  const damagedCopies = Math.max(0, ...deletions.map((one) => one.damagedCopies))
  const voices = [...new Set(deletions.flatMap(({ rememberedVoices }) => rememberedVoices))]
  const isOne = deletions.length === 1
  return (
    <>
      <p>{say('library.delete.goes')}</p>
      <ul className={styles.goes}>
        <li>{say('library.delete.transcripts', { count: sum((one) => one.transcripts) })}</li>
        {corrections > 0 && <li>{say('library.delete.corrections', { count: corrections })}</li>}
        {notes > 0 && <li>{say('library.delete.notes', { count: notes })}</li>}
        {cachedBytes > 0 && (
          <li>{say('library.delete.cached', { size: formatBytes(cachedBytes, language) })}</li>
        )}
        {originals > 0 && (
          <li>
            {isOne
              ? say('library.delete.original')
              : say('library.delete.several.originals', { count: originals })}
          </li>
        )}
        <li>{say('library.delete.stored')}</li>
        {voices.length > 0 && (
          <li>
            {say('remembered-voices.deletion', {
              names: formatList(voices, localeOf(language)),
            })}
          </li>
        )}
      </ul>
      {staying > 0 && (
        <p className={styles.stays}>
          {isOne ? say('library.delete.stays') : say('library.delete.several.stays', { count: staying })}
        </p>
      )}
      {damagedCopies > 0 && (
        <p className={styles.stays}>
          {say('library.delete.damaged-copies', { count: damagedCopies })}{' '}
          <Link to="/storage">{say('library.delete.damaged-copies.where')}</Link>
        </p>
      )}
    </>
  )
}
