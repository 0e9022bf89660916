import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { offerJobDialog } from '../library/imports/import-store.ts'
import { useLocate } from '../library/imports/use-locate.ts'
import { useRecording } from '../rpc/queries.ts'
import { BareSoundDock } from '../sound/dock/sound-dock.tsx'
import { useSoundPlayer } from '../sound/player/use-sound-player.ts'
import { noVoices } from '../sound/waveform/use-voices.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { useSay } from '../ui/words.tsx'
import { TakeLiveText } from '../kept-live-text/take-live-text.tsx'
import { JobNotice } from './job-notice.tsx'
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

/** A recording: its text and sound, its captions, its speaking time. */
export function RecordingScreen({ recordingId, atMs }: RecordingScreenProps) {
  const say = useSay()
  const { data: recording, error, refetch } = useRecording(recordingId)
  if (recording !== undefined) return <Opened recording={recording} atMs={atMs} />
  return (
    <div className={styles.screen}>
      <BareBar title="" />
      <main id="content" tabIndex={-1} className={styles.empty}>
        {error === null ? (
          <Loading />
        ) : (
          <>
            <ErrorNotice error={error} />
            <div className={styles.ways}>
              <Link to="/">{say('shell.to-library')}</Link>
              <Button variant="line" onPress={() => void refetch()}>
                {say('shell.try-again')}
              </Button>
            </div>
          </>
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
      <JobNotice recording={recording} />
      <main id="content" tabIndex={-1} className={styles.empty}>
        {error !== null && (
          <>
            <ErrorNotice error={error} />
            <Button variant="line" onPress={retry}>
              {say('shell.try-again')}
            </Button>
          </>
        )}
        {error === null && recording.transcript !== null && <Loading />}
        {recording.transcript === null && <NotWritten recording={recording} />}
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

function NotWritten({ recording }: { readonly recording: OpenRecording }) {
  const say = useSay()
  const isUnderWay = recording.job !== null && ['queued', 'running', 'paused'].includes(recording.job.state)
  if (isUnderWay) return <EmptyState title={say('editor.soon')}>{say('editor.soon.more')}</EmptyState>
  return (
    <EmptyState
      title={say('editor.not-written')}
      action={
        <Button variant="main" size="big" onPress={() => offerJobDialog([recording.id])}>
          {say('editor.write-down')}
        </Button>
      }
    >
      <p>{say('editor.not-written.more')}</p>
      <TakeLiveText recordingId={recording.id} />
    </EmptyState>
  )
}
