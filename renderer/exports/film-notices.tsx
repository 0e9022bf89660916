import type { JobCard } from '#contracts/calls/jobs'
import type { CallOutput } from '#contracts/calls/calls'
import { progressWords, stageWords } from '../jobs/job-words.ts'
import { useJobCalls } from '../jobs/use-job-calls.ts'
import { useJobs, useKeptFilms } from '../rpc/queries.ts'
import { useHost, useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MenuItem } from '../ui/menu.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './film-notices.module.css'
import { useRemoveFilm } from './use-remove-film.ts'

type FilmJob = JobCard & { readonly kind: 'captioned-video' | 'sound-file' }

const isFilmJob = (job: JobCard): job is FilmJob =>
  job.kind === 'captioned-video' || job.kind === 'sound-file'

/** Videos with captions and files of sound that are being written or failed; of all recordings if none is given. */
export function FilmNotices({ recordingId }: { readonly recordingId?: string }) {
  const jobs = useJobs().data ?? []
  const shown = jobs
    .filter(isFilmJob)
    .filter((job) => recordingId === undefined || job.recordingId === recordingId)
    .filter(({ state }) => state !== 'done' && state !== 'cancelled')
  return shown.map((job) =>
    job.error === null ? <RunningFilm key={job.id} job={job} /> : <FailedFilm key={job.id} job={job} />,
  )
}

function RunningFilm({ job }: { readonly job: FilmJob }) {
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

function FailedFilm({ job }: { readonly job: FilmJob }) {
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

/** Videos and sounds of a recording that are ready to download; a window saves them itself. */
export function KeptFilms({ recordingId }: { readonly recordingId: string }) {
  const host = useHost()
  const films = useKeptFilms(recordingId, host.kind === 'browser').data ?? []
  return films.map((film) => <KeptFilm key={film.jobId} film={film} recordingId={recordingId} />)
}

interface KeptFilmProps {
  readonly film: CallOutput<'exports.films'>[number]
  readonly recordingId: string
}

function KeptFilm({ film: { jobId, fileName, bytes }, recordingId }: KeptFilmProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const studio = useStudio()
  const remove = useRemoveFilm(recordingId)
  const download = async (): Promise<void> => {
    const films = await studio.call('exports.films', { recordingId })
    if (films.some((film) => film.jobId === jobId)) await host.downloadFilm(jobId, fileName)
    else remove.forget(fileName)
  }
  return (
    <div className={styles.strip}>
      <span className={styles.grow}>
        <b>{say('film.ready', { file: fileName, size: formatBytes(bytes, language) })}</b>{' '}
        <span className={styles.dim}>{say('film.ready.until')}</span>
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
