import { Link } from '@tanstack/react-router'
import { memo, useState } from 'react'
import type { EpisodeCard } from '#contracts/calls/podcasts'
import type { WireError } from '#contracts/errors'
import type { RecordingCard } from '#contracts/calls/recordings'
import { useJobCalls } from '../jobs/use-job-calls.ts'
import { PublishDialog } from '../publish/publish-dialog.tsx'
import { RecordingParts } from '../library/list/recording-row.tsx'
import row from '../library/list/recording-row.module.css'
import { rowState } from '../library/list/row-state.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { CopyDetails } from '../ui/details-menu.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { FetchTrack } from '../ui/fetch-track.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { dayInText } from '../ui/format-date.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { toast } from '../ui/toast.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import { awaitDownload, forgetDownload } from './downloaded-episodes.ts'
import { EpisodeDialog } from './episode-dialog.tsx'
import type { EpisodeJob } from './episode-jobs.ts'
import styles from './podcasts.module.css'

export interface EpisodeRowProps {
  readonly episode: EpisodeCard
  /** The recording made from it, if any. */
  readonly card: RecordingCard | undefined
  /** Its unfinished download, if any. */
  readonly job: EpisodeJob | null
  readonly nowMs: number
  /** Of its title, below that of its podcast. */
  readonly heading: 'h2' | 'h3'
}

export const EpisodeRow = memo(function EpisodeRow({
  episode,
  card,
  job,
  nowMs,
  heading: Heading,
}: EpisodeRowProps) {
  const { recordingId, title, durationMs } = episode
  const menu = (
    <span className={row.above}>
      <EpisodeMenu episode={episode} failure={job?.error ?? undefined} />
    </span>
  )
  return (
    <div
      className={classNames(row.row, styles.episode)}
      data-state={card === undefined ? 'unwritten' : rowState(card, card.job).kind}
    >
      <div className={row.what}>
        <Heading>
          {recordingId === null ? (
            title
          ) : (
            <Link to="/recording/$id" params={{ id: recordingId }}>
              {title}
            </Link>
          )}
        </Heading>
        <Facts episode={episode} nowMs={nowMs} />
        {card !== undefined && job?.error != null && (
          <Trouble
            form="row"
            what={job.error.message}
            why={job.error.remedy}
            way={
              <span className={row.above}>
                <DownloadActs episode={episode} job={job} />
              </span>
            }
          />
        )}
      </div>
      {card !== undefined && (job === null || job.error !== null) ? (
        <RecordingParts card={card} state={rowState(card, card.job)} menu={menu} />
      ) : job !== null ? (
        <div className={row.wide}>
          {job.error === null ? (
            <Progress job={job} episode={episode} />
          ) : (
            <Trouble form="row" className={row.oneLine} what={job.error.message} why={job.error.remedy} />
          )}
          <DownloadActs episode={episode} job={job} />
          {menu}
        </div>
      ) : (
        <>
          <span className={row.portrait} />
          <span className={row.length}>
            {durationMs !== null && <time>{formatDuration(durationMs)}</time>}
          </span>
          <span className={classNames(row.state, row.kept, row.above)}>
            <DownloadActs episode={episode} job={job} />
          </span>
          {menu}
        </>
      )}
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

function DownloadActs({ episode, job }: Pick<EpisodeRowProps, 'episode' | 'job'>) {
  const say = useSay()
  const { pause, resume, cancel, retry } = useJobCalls()
  const download = useDownload()
  const { id, title: name, recordingId } = episode
  if (recordingId !== null && job?.error == null) return null
  if (job === null)
    return (
      <Button
        variant="line"
        size="small"
        aria-label={say('podcasts.download-of', { name })}
        onPress={() => download(id)}
      >
        {say('podcasts.download')}
      </Button>
    )
  return (
    <span className={styles.acts}>
      {job.error !== null ? (
        <Button
          variant="line"
          size="small"
          aria-label={say('podcasts.retry-of', { name })}
          onPress={() => retry(job.id)}
        >
          {say('shell.try-again')}
        </Button>
      ) : job.state === 'paused' ? (
        <Button
          variant="line"
          size="small"
          aria-label={say('podcasts.resume-of', { name })}
          onPress={() => resume(job.id)}
        >
          {say('podcasts.resume')}
        </Button>
      ) : (
        <IconButton icon="pause" label={say('podcasts.pause', { name })} onPress={() => pause(job.id)} />
      )}
      <IconButton
        icon="x"
        label={say('podcasts.cancel', { name })}
        onPress={() => {
          forgetDownload(id)
          cancel(job.id)
        }}
      />
    </span>
  )
}

interface EpisodeMenuProps {
  readonly episode: EpisodeCard
  /** Why its download failed. */
  readonly failure: WireError | undefined
}

function EpisodeMenu({ episode, failure }: EpisodeMenuProps) {
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
        <MenuItem onChoose={() => setOpen('notes')}>{say('podcasts.notes')}</MenuItem>
        {hasTranscript ? (
          <MenuItem disabled={recordingId === null} onChoose={openTranscript}>
            {say('podcasts.open-transcript')}
          </MenuItem>
        ) : null}
        <MenuItem disabled={recordingId === null} onChoose={() => setOpen('publish')}>
          {say('publish.open')}
        </MenuItem>
        {failure !== undefined && <CopyDetails error={failure} />}
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
    awaitDownload(episodeId)
    studio.call('podcasts.download', { episodeId }).catch((error: unknown) => toastError(error, language))
  }
}
