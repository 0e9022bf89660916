import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { wireErrorOf } from '../../ui/error-notice.tsx'
import { formatBytes } from '../../ui/format-bytes.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { noSegments, SpeakerTrack } from '../../ui/speaker-track.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { type Say, useLanguage, useSay } from '../../ui/words.tsx'
import { type Import, retryImport, stopImport } from '../imports/import-store.ts'
import { useAddRecordings } from '../imports/use-add-recordings.ts'
import styles from './recording-row.module.css'
import { failureActionOf } from './row-state.ts'

/** A file being imported. */
export function UploadRow({ incoming }: { readonly incoming: Import }) {
  const say = useSay()
  const language = useLanguage()
  const { pick } = useAddRecordings()
  const share = incoming.totalBytes === 0 ? 0 : incoming.sentBytes / incoming.totalBytes
  const amount = say('upload.amount', {
    sent: formatBytes(incoming.sentBytes, language),
    total: formatBytes(incoming.totalBytes, language),
  })
  const failed = incoming.state === 'failed' ? wireErrorOf(incoming.error, language) : null
  return (
    <li className={classNames(styles.row, styles.sending)} data-state={`upload-${incoming.state}`}>
      <div className={styles.what}>
        <h3>{incoming.fileName}</h3>
        <p className={styles.meta}>{formatBytes(incoming.totalBytes, language)}</p>
      </div>
      {failed ? (
        <div className={styles.wide}>
          <Trouble
            form="row"
            className={styles.oneLine}
            what={besideName(failed.message, incoming.fileName, say)}
            why={failed.remedy}
            error={failed}
            way={
              failureActionOf(failed.code) === 'other-file' ? (
                <Button
                  variant="line"
                  size="small"
                  onPress={() => {
                    stopImport(incoming.id)
                    pick()
                  }}
                >
                  {say('library.choose-other')}
                </Button>
              ) : (
                <Button variant="line" size="small" onPress={() => retryImport(incoming.id)}>
                  {say('shell.try-again')}
                </Button>
              )
            }
          />
          <IconButton icon="x" label={say('upload.dismiss')} onPress={() => stopImport(incoming.id)} />
        </div>
      ) : (
        <div className={styles.wide}>
          <div className={styles.grow}>
            <SpeakerTrack segments={noSegments} colors={[]} durationMs={1} progress={share} label={amount} />
          </div>
          <output className={styles.stage}>
            <b>{say('upload.sending')}</b>
            <span className={styles.meta}>{amount}</span>
          </output>
          <IconButton
            icon="x"
            label={say('upload.cancel', { file: incoming.fileName })}
            onPress={() => stopImport(incoming.id)}
          />
        </div>
      )}
    </li>
  )
}

/** The name of the file is beside it. */
const besideName = (message: string, fileName: string, say: Say): string =>
  message.startsWith(`${fileName} `) ? say('library.this-file') + message.slice(fileName.length) : message
