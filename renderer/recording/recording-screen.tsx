import { useState } from 'react'
import type { JobCard } from '#contracts/calls/jobs'
import { ToRecordings } from '../ui/to-recordings.tsx'
import { BareSoundExport } from '../exports/bare-sound-export.tsx'
import { soundsOf } from '../exports/exported.ts'
import { CallFailed } from '../rpc/call-failed.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { offerJobDialog } from '../library/imports/import-store.ts'
import { isWaitingForSpace } from '../library/list/row-state.ts'
import { useLocate } from '../library/imports/use-locate.ts'
import { useRecording } from '../rpc/recording-queries.ts'
import { BareSoundDock } from '../sound/dock/sound-dock.tsx'
import { useSoundPlayer } from '../sound/player/use-sound-player.ts'
import { noVoices } from '../sound/waveform/use-voices.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorPage } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useSay } from '../ui/words.tsx'
import { TakeLiveText } from '../kept-live-text/take-live-text.tsx'
import { FailedText, hasFailed } from './failed-text.tsx'
import { JobNotice, useJobOf } from './job-notice.tsx'
import { keptPlace } from '../editor/place/kept-places.ts'
import { BareBar } from './recording-bar.tsx'
import styles from './recording.module.css'
import { RecordingView } from './recording-view.tsx'
import { useTranscriptSession } from '../session/use-transcript-session.ts'

export interface RecordingScreenProps {
  readonly recordingId: string
  /** Start position, from a search hit. */
  readonly atMs?: number
}

/** Trying again would not bring it back. */
const isUnknown = (error: unknown): boolean =>
  error instanceof CallFailed && error.error.code === 'recording.unknown'

/** A recording: its text and sound, its captions, its speaking time. */
export function RecordingScreen({ recordingId, atMs }: RecordingScreenProps) {
  const say = useSay()
  const { data: recording, error, refetch } = useRecording(recordingId)
  usePageTitle(recording?.title ?? null)
  if (recording !== undefined) return <Opened recording={recording} atMs={atMs} />
  return (
    <div className={styles.screen}>
      <BareBar title="" />
      <main id="content" tabIndex={-1} className={styles.empty}>
        {error === null ? (
          <Loading />
        ) : (
          <ErrorPage
            error={error}
            way={
              isUnknown(error) ? (
                <ToRecordings />
              ) : (
                <Button variant="main" onPress={() => void refetch()}>
                  {say('shell.try-again')}
                </Button>
              )
            }
          />
        )}
      </main>
    </div>
  )
}

function Opened({
  recording,
  atMs,
}: {
  readonly recording: OpenRecording
  readonly atMs: number | undefined
}) {
  const say = useSay()
  const [beginMs] = useState(() => atMs ?? keptPlace(localStorage, recording.id)?.positionMs)
  const player = useSoundPlayer(recording, beginMs)
  const locate = useLocate()
  const { session, error, retry } = useTranscriptSession(
    recording.transcript?.id ?? null,
    recording.durationMs,
  )
  const job = useJobOf(recording)
  /** Of a recording without a text: its error is shown in place of the text. */
  const failedJob = recording.transcript === null && job !== null && hasFailed(job) ? job : null
  if (session !== null && player !== null) {
    return (
      <RecordingView
        key={session.transcriptId}
        session={session}
        player={player}
        recording={recording}
        atMs={atMs}
      />
    )
  }
  return (
    <div className={styles.screen}>
      <BareBar title={recording.title} />
      {failedJob === null && <JobNotice recording={recording} />}
      <main id="content" tabIndex={-1} className={styles.empty}>
        {error !== null && (
          <ErrorPage
            error={error}
            way={
              <Button variant="main" onPress={retry}>
                {say('shell.try-again')}
              </Button>
            }
          />
        )}
        {error === null && recording.transcript !== null && <Loading />}
        {failedJob !== null ? (
          <FailedText recording={recording} job={failedJob} />
        ) : (
          recording.transcript === null && <NotWritten recording={recording} job={job} />
        )}
      </main>
      {recording.transcript === null && player !== null && (
        <BareSoundDock
          player={player}
          recording={recording}
          voices={noVoices}
          onLocate={() => locate(recording.id)}
        />
      )}
    </div>
  )
}

function NotWritten({ recording, job }: { readonly recording: OpenRecording; readonly job: JobCard | null }) {
  const say = useSay()
  const [isExporting, setExporting] = useState(false)
  const isUnderWay =
    job !== null && (['queued', 'running', 'paused'].includes(job.state) || isWaitingForSpace(job))
  if (isUnderWay) return <EmptyState title={say('editor.soon')}>{say('editor.soon.more')}</EmptyState>
  return (
    <EmptyState
      title={say('editor.not-written')}
      action={
        <>
          <Button variant="main" size="big" onPress={() => offerJobDialog([recording.id])}>
            {say('editor.write-down')}
          </Button>
          {soundsOf(recording).length > 0 && (
            <Button size="big" onPress={() => setExporting(true)}>
              {say('sound.export.open')}
            </Button>
          )}
        </>
      }
    >
      <p>{say('editor.not-written.more')}</p>
      <TakeLiveText recordingId={recording.id} />
      {isExporting && <BareSoundExport recording={recording} onClose={() => setExporting(false)} />}
    </EmptyState>
  )
}
