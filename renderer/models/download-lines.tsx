import { useState } from 'react'
import { useJobCalls } from '../jobs/use-job-calls.ts'
import { timeLeft } from '../jobs/time-left.ts'
import { formatBytes } from '../ui/format-bytes.ts'
import { FetchTrack } from '../ui/fetch-track.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Button } from '../ui/button.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { type DownloadJob, downloadName, downloadSize, modelIdOf } from './download-jobs.ts'
import styles from './download-lines.module.css'
import { UnknownFileDialog } from './unknown-file-dialog.tsx'

/** Downloads that are running, waiting, paused or failed. */
export function DownloadLines({ jobs }: { readonly jobs: readonly DownloadJob[] }) {
  return jobs.map((job) => <DownloadLine key={job.id} job={job} />)
}

function DownloadLine({ job }: { readonly job: DownloadJob }) {
  const name = downloadName(job)
  const say = useSay()
  const { pause, resume, cancel, retry } = useJobCalls()
  const [isDeciding, setDeciding] = useState(false)
  const isPaused = job.state === 'paused'
  const asked = job.error?.code === 'model.unknown-file' ? modelIdOf(job) : null
  return (
    <li className={styles.line}>
      <p className={styles.name}>{name}</p>
      {job.error === null ? (
        <div>
          <FetchTrack share={job.wholeFraction ?? 0} moves={job.state === 'running'} />
          <p className={styles.meta} role="status">
            <FetchWords job={job} />
          </p>
        </div>
      ) : (
        <Trouble form="row" what={job.error.message} why={job.error.remedy} error={job.error} />
      )}
      <div className={styles.acts}>
        {asked !== null && (
          <Button
            variant="line"
            size="small"
            aria-label={say('models.fetch.decide-of', { name })}
            onPress={() => setDeciding(true)}
          >
            {say('models.fetch.decide')}
          </Button>
        )}
        {job.error !== null && (
          <Button
            variant="line"
            size="small"
            aria-label={say('models.fetch.try-again', { name })}
            onPress={() => retry(job.id)}
          >
            {say('shell.try-again')}
          </Button>
        )}
        {isPaused && (
          <Button
            variant="line"
            size="small"
            aria-label={say('models.fetch.resume-of', { name })}
            onPress={() => resume(job.id)}
          >
            {say('models.fetch.resume')}
          </Button>
        )}
        {job.error === null && !isPaused && (
          <IconButton
            icon="pause"
            label={say('models.fetch.pause', { name })}
            onPress={() => pause(job.id)}
          />
        )}
        <IconButton icon="x" label={say('models.fetch.cancel', { name })} onPress={() => cancel(job.id)} />
      </div>
      {asked !== null && isDeciding && (
        <UnknownFileDialog id={asked} name={name} onClose={() => setDeciding(false)} />
      )}
    </li>
  )
}

/** The current step, in words. */
function FetchWords({ job }: { readonly job: DownloadJob }) {
  const say = useSay()
  const language = useLanguage()
  const size = downloadSize(job)
  const fraction = job.fraction ?? 0
  const done = job.step === 'download' && size !== null ? formatBytes(fraction * size, language) : null
  if (job.state === 'paused') {
    return done === null || size === null
      ? say('stage.paused')
      : say('models.fetch.paused', { done, all: formatBytes(size, language) })
  }
  if (job.state === 'queued' || job.step === null) return say('models.fetch.queued')
  if (job.step === 'check') return say('models.fetch.check')
  if (job.step === 'unpack') return say('models.fetch.unpack', { share: Math.floor(fraction * 100) / 100 })
  if (job.step === 'add') return say('models.fetch.add')
  if (done === null || size === null) return say('models.download.download')
  const left = timeLeft(job.secondsLeft, say)
  return say('models.fetch.progress', { done, all: formatBytes(size, language), left })
}
