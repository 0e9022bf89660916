import { Link } from '@tanstack/react-router'
import { memo, useState } from 'react'
import type { EpisodeCard } from '#contracts/calls/podcasts'
import { useJobCalls } from '../jobs/use-job-calls.ts'
import { PublishDialog } from '../publish/publish-dialog.tsx'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { FetchTrack } from '../ui/fetch-track.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { dayInText } from '../ui/format-date.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { EpisodeDialog } from './episode-dialog.tsx'
import { EpisodeText } from './episode-text.tsx'
import type { EpisodeJob } from './episode-jobs.ts'
import styles from './podcasts.module.css'

export interface EpisodeRowProps {
  readonly episode: EpisodeCard
  /** Its unfinished download, if any. */
  readonly job: EpisodeJob | null
  readonly nowMs: number
}

export const EpisodeRow = memo(function EpisodeRow({ episode, job, nowMs }: EpisodeRowProps) {
  const { recordingId, title, durationMs } = episode
  return (
    <div className={styles.episode}>
      <div className={styles.what}>
        <h2>
          {recordingId === null ? (
            title
          ) : (
            <Link to="/recording/$id" params={{ id: recordingId }}>
              {title}
            </Link>
          )}
        </h2>
        <Facts episode={episode} nowMs={nowMs} />
        {job?.error != null && (
          <p role="alert" className={styles.trouble}>
            <Icon name="warn" small />
            <span>
              {job.error.message} <span className={styles.meta}>{job.error.remedy}</span>
            </span>
          </p>
        )}
      </div>
      {recordingId !== null && <EpisodeText recordingId={recordingId} />}
      {job !== null && job.error === null ? (
        <Progress job={job} episode={episode} />
      ) : (
        <span className={styles.length}>
          {durationMs !== null && <time>{formatDuration(durationMs)}</time>}
        </span>
      )}
      <Acts episode={episode} job={job} />
    </div>
  )
})

function Facts({ episode, nowMs }: Pick<EpisodeRowProps, 'episode' | 'nowMs'>) {
  const say = useSay()
  const language = useLanguage()
  const { publishedAtMs, feedBytes, serverBytes, hasTranscript, isListed, recordingId } = episode
  const bytes = serverBytes ?? feedBytes
  const facts = [
    publishedAtMs === null ? null : dayInText(publishedAtMs, nowMs, language),
    bytes === null ? say('podcasts.size-unknown') : formatBytes(bytes, language),
    recordingId === null ? null : say('podcasts.here'),
    hasTranscript ? say('podcasts.with-transcript') : null,
    isListed ? null : say('podcasts.not-listed'),
  ]
  return <p className={styles.meta}>{facts.filter((fact) => fact !== null).join(', ')}</p>
}

function Progress({ job, episode }: { readonly job: EpisodeJob; readonly episode: EpisodeCard }) {
  const say = useSay()
  const language = useLanguage()
  const size = episode.serverBytes ?? episode.feedBytes
  const done = formatBytes((job.fraction ?? 0) * (size ?? 0), language)
  const isRunning = job.state === 'running'
  const words =
    job.state === 'queued' || job.step === null
      ? say('podcasts.waiting')
      : job.step !== 'download'
        ? say('podcasts.adding')
        : size === null
          ? say('podcasts.downloading')
          : say(isRunning ? 'podcasts.progress' : 'podcasts.paused', {
              done,
              all: formatBytes(size, language),
            })
  return (
    <div className={styles.progress}>
      <FetchTrack share={job.wholeFraction ?? 0} moves={isRunning} />
      <p className={styles.meta} role="status">
        {words}
      </p>
    </div>
  )
}

function Acts({ episode, job }: Omit<EpisodeRowProps, 'nowMs'>) {
  const say = useSay()
  const { pause, resume, cancel, retry } = useJobCalls()
  const download = useDownload()
  const { id, title: name, recordingId } = episode
  return (
    <div className={styles.acts}>
      {job === null && recordingId === null && (
        <Button
          variant="line"
          size="small"
          icon="save"
          aria-label={say('podcasts.download-of', { name })}
          onPress={() => download(id)}
        >
          {say('podcasts.download')}
        </Button>
      )}
      {job !== null && job.error !== null && (
        <Button
          variant="line"
          size="small"
          aria-label={say('podcasts.retry-of', { name })}
          onPress={() => retry(job.id)}
        >
          {say('shell.try-again')}
        </Button>
      )}
      {job?.error === null && job.state === 'paused' && (
        <Button
          variant="line"
          size="small"
          aria-label={say('podcasts.resume-of', { name })}
          onPress={() => resume(job.id)}
        >
          {say('podcasts.resume')}
        </Button>
      )}
      {job?.error === null && job.state !== 'paused' && (
        <IconButton icon="pause" label={say('podcasts.pause', { name })} onPress={() => pause(job.id)} />
      )}
      {job !== null && recordingId === null && (
        <IconButton icon="x" label={say('podcasts.cancel', { name })} onPress={() => cancel(job.id)} />
      )}
      <EpisodeMenu episode={episode} />
    </div>
  )
}

function EpisodeMenu({ episode }: { readonly episode: EpisodeCard }) {
  const say = useSay()
  const studio = useStudio()
  const language = useLanguage()
  const [open, setOpen] = useState<'notes' | 'publish' | null>(null)
  const { id, title, recordingId, hasTranscript } = episode
  const openTranscript = (): void => {
    studio.call('podcasts.openTranscript', { episodeId: id }).then(
      ({ transcript }) =>
        toast.show({ text: say(`podcasts.transcript.${transcript}`, { title }), tone: 'done' }),
      (error: unknown) => toastError(error, language),
    )
  }
  const label = say('podcasts.more', { name: title })
  return (
    <>
      <Menu label={label} trigger={<IconButton icon="more" label={label} />}>
        <MenuItem icon="info" onChoose={() => setOpen('notes')}>
          {say('podcasts.notes')}
        </MenuItem>
        {hasTranscript ? (
          <MenuItem icon="file" disabled={recordingId === null} onChoose={openTranscript}>
            {say('podcasts.open-transcript')}
          </MenuItem>
        ) : null}
        <MenuItem icon="feed" disabled={recordingId === null} onChoose={() => setOpen('publish')}>
          {say('publish.open')}
        </MenuItem>
      </Menu>
      {open === 'notes' && <EpisodeDialog episode={episode} onClose={() => setOpen(null)} />}
      {open === 'publish' && recordingId !== null && (
        <PublishDialog recordingId={recordingId} title={title} onClose={() => setOpen(null)} />
      )}
    </>
  )
}

function useDownload(): (episodeId: string) => void {
  const studio = useStudio()
  const language = useLanguage()
  return (episodeId) => {
    studio.call('podcasts.download', { episodeId }).catch((error: unknown) => toastError(error, language))
  }
}
