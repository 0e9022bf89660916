import type { JobCard } from '#contracts/calls/jobs'
import type { CallOutput } from '#contracts/calls/calls'
import { progressWords, stageWords } from '../jobs/job-words.ts'
import { useJobCalls } from '../jobs/use-job-calls.ts'
import { useKeptMedia } from '../rpc/export-queries.ts'
import { useJobs } from '../rpc/program-queries.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuItem } from '../ui/menu.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './media-notices.module.css'
import { useRemoveMedia } from './use-remove-media.ts'

type MediaJob = JobCard & { readonly kind: 'captioned-video' | 'sound-file' | 'review-page' | 'clip' }

const isMediaJob = (job: JobCard): job is MediaJob =>
  job.kind === 'captioned-video' ||
  job.kind === 'sound-file' ||
  job.kind === 'review-page' ||
  job.kind === 'clip'

export interface MediaNoticesProps {
  /** Default: of all recordings. */
  readonly recordingId?: string
  /** Of files whose names end so (`.mp3`). Default: of all files. */
  readonly endings?: readonly string[] | undefined
}

const endsIn = (fileName: string, endings: readonly string[] | undefined): boolean =>
  endings === undefined || endings.some((ending) => fileName.endsWith(ending))

/** Videos, files of sound, clips and pages that are being written or failed. */
export function MediaNotices({ recordingId, endings }: MediaNoticesProps) {
  const jobs = useJobs().data ?? []
  const shown = jobs
    .filter(isMediaJob)
    .filter((job) => recordingId === undefined || job.recordingId === recordingId)
    .filter(({ state }) => state !== 'done' && state !== 'cancelled')
    .filter(({ settings }) => endsIn(settings.fileName, endings))
  return shown.map((job) =>
    job.error === null ? <RunningMedia key={job.id} job={job} /> : <FailedMedia key={job.id} job={job} />,
  )
}

function RunningMedia({ job }: { readonly job: MediaJob }) {
  const say = useSay()
  const { cancel } = useJobCalls()
  const file = job.settings.fileName
  return (
    <div className={styles.strip}>
      <output className={styles.grow}>
        <b>{say('film.progress', { file })}</b>{' '}
        <span className={styles.dim}>
          {job.state === 'running' && job.step !== null
            ? progressWords(job, null, say)
            : stageWords(job, say)}
        </span>
      </output>
      <Button size="small" onPress={() => cancel(job.id)}>
        {say('film.cancel')}
      </Button>
    </div>
  )
}

function FailedMedia({ job }: { readonly job: MediaJob }) {
  const say = useSay()
  const { cancel, retry } = useJobCalls()
  const { error, settings } = job
  if (error === null) return null
  return (
    <Trouble
      form="strip"
      what={`${say('film.stopped', { file: settings.fileName })} ${error.message}`}
      why={error.remedy}
      error={error}
      way={
        <Button size="small" variant="line" onPress={() => retry(job.id)}>
          {say('shell.try-again')}
        </Button>
      }
      menu={<MenuItem onChoose={() => cancel(job.id)}>{say('film.dismiss')}</MenuItem>}
    />
  )
}

/**
 * Videos, sounds, clips and pages of a recording that are ready to download, several of them folded; a window saves them
 * itself.
 */
export function KeptMedia({ recordingId, endings }: MediaNoticesProps & { readonly recordingId: string }) {
  const host = useHost()
  const files = useKeptMedia(recordingId, host.kind === 'browser').data ?? []
  const say = useSay()
  const shown = files
    .filter(({ fileName }) => endsIn(fileName, endings))
    .map((file) => <KeptFile key={file.jobId} file={file} recordingId={recordingId} />)
  if (shown.length < 2) return shown
  return (
    <details className={styles.several}>
      <summary>{say('film.ready.several', { count: shown.length })}</summary>
      {shown}
    </details>
  )
}

interface KeptFileProps {
  readonly file: CallOutput<'exports.films'>[number]
  readonly recordingId: string
}

function KeptFile({ file: { jobId, fileName, bytes, isRedactedSince }, recordingId }: KeptFileProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const studio = useStudio()
  const remove = useRemoveMedia(recordingId)
  const download = async (): Promise<void> => {
    const files = await studio.call('exports.films', { recordingId })
    const now = files.find((file) => file.jobId === jobId)
    if (now === undefined) remove.forget(fileName)
    // First the person is told, below its name.
    else if (now.isRedactedSince !== isRedactedSince) await remove.refresh()
    else await host.downloadFilm(jobId, now.fileName)
  }
  return (
    <div className={styles.strip}>
      <span className={styles.grow}>
        <b>{say('film.ready', { file: fileName, size: formatBytes(bytes, language) })}</b>{' '}
        <span className={styles.dim}>
          {say(isRedactedSince === true ? 'film.ready.redacted' : 'film.ready.until')}
        </span>
      </span>
      <Button
        size="small"
        variant="line"
        icon="save"
        onPress={() => void download().catch((error: unknown) => toastError(error, language))}
      >
        {say('film.download')}
      </Button>
      <IconButton icon="x" label={say('film.remove')} onPress={() => remove.drop(jobId)} />
    </div>
  )
}
