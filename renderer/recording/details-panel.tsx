import { formatNumber } from '#core/notation/numbers'
import { formatLongDate } from '#core/notation/dates'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { typedTime } from '#core/sound/parse-time'
import { hasRange, rangeOfRun, rangeTimes } from '#core/sound/range'
import type { Transcript } from '#core/transcript/transcript'
import { changedPlaces, nextChange } from '#core/edits/changed-places'
import type { EditorStore } from '../editor/editor-store.ts'
import { languageName } from '../ui/language-name.ts'
import { useRecordingDetails } from '../rpc/recording-queries.ts'
import { useSheet } from '../rpc/transcript-queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { Player } from '../sound/player/player.ts'
import { toastError } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { useLanguage, useLocale, useSay } from '../ui/words.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { OpinionList } from '../second-opinion/opinion-list.tsx'
import { EnergyFact } from '../sheet/energy-fact.tsx'
import { KeptPart } from './kept-part.tsx'
import { KeptSound } from './kept-sound.tsx'
import { OtherTranscripts } from './other-transcripts.tsx'
import styles from './recording.module.css'

export interface DetailsPanelProps {
  readonly session: TranscriptSession
  readonly recording: OpenRecording
  readonly store: EditorStore
  readonly player: Player
}

/** Facts about the recording, its transcript and how that was made; other transcripts of the recording. */
export function DetailsPanel({ session, recording, store, player }: DetailsPanelProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const transcript = useTranscriptAfterTyping(session)
  const ofRecording = useRecordingDetails(recording.id)
  const ofTranscript = useSheet(session.transcriptId)
  const details = ofRecording.data
  const changes = useMemo(() => changedPlaces(transcript), [transcript])
  const [change, setChange] = useState(-1)
  const locale = useLocale()
  const words = transcript.paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0)
  const wordsBy = details?.models.filter(({ role }) => role === 'recogniser').map(({ name }) => name)
  const speakersBy = details?.models
    .filter(({ role }) => role === 'segmentation' || role === 'embedding')
    .map(({ name }) => name)
  const track = details?.tracks[0]
  const transcribed = transcribedPart(transcript.run.settings, recording.durationMs ?? 0, locale)
  // Together: a row that came in later would move what is below it from under the pointer.
  const isReady = [ofRecording, ofTranscript].every(
    ({ isPending, failureCount }) => !isPending || failureCount > 0,
  )

  return (
    <div className={styles.details} aria-busy={!isReady}>
      <dl className={styles.pairs}>
        {/* A transcript that arrived without its file has none. */}
        {recording.modifiedAtMs > 0 && (
          <>
            <dt>{say('editor.details.recorded')}</dt>
            <dd>{formatLongDate(recording.modifiedAtMs, locale)}</dd>
          </>
        )}
        <dt>{say('editor.details.length')}</dt>
        <dd>{formatDuration(recording.durationMs ?? 0)}</dd>
        <KeptPart recording={recording} player={player} />
        <KeptSound recording={recording} />
        {transcribed !== null && (
          <>
            <dt>{say('editor.details.part')}</dt>
            <dd>{say('editor.details.part.between', transcribed)}</dd>
          </>
        )}
        <dt>{say('editor.details.language')}</dt>
        <dd>{languageName(transcript.language, language)}</dd>
        <dt>{say('editor.details.words')}</dt>
        <dd>{formatNumber(words, locale)}</dd>
        <dt>{say('editor.details.changed')}</dt>
        <dd>
          {changes.length === 0 ? (
            say('editor.details.changed.none')
          ) : (
            <button
              type="button"
              className={styles.link}
              onClick={() => {
                const next = nextChange(changes, change)
                setChange(next)
                const place = changes[next]
                store.setState({ showsChanges: true })
                const { surface } = store.getState()
                // A selection is visible only while the text has the focus.
                if (place) surface?.selectWords(place.fromWordId, place.toWordId, { focus: true })
              }}
            >
              {say('editor.details.places', { count: changes.length })}
            </button>
          )}
        </dd>
      </dl>
      {isReady && (
        <>
          <hr />
          <h2>{say('editor.details.made')}</h2>
          <dl className={styles.pairs}>
            <dt>{say('editor.details.on')}</dt>
            <dd>
              {details?.tookMs == null
                ? say('editor.details.here')
                : say('editor.details.here-took', { time: formatDuration(details.tookMs) })}
            </dd>
            {wordsBy !== undefined && wordsBy.length > 0 && (
              <>
                <dt>{say('editor.details.words-by')}</dt>
                <dd>{wordsBy.join(', ')}</dd>
              </>
            )}
            {speakersBy !== undefined && speakersBy.length > 0 && (
              <>
                <dt>{say('editor.details.speakers-by')}</dt>
                <dd>{speakersBy.join(', ')}</dd>
              </>
            )}
            <EnergyFact run={ofTranscript.data?.run ?? null} />
          </dl>
          <Link to="/recording/$id/sheet" params={{ id: recording.id }} className={styles.link}>
            {say('sheet.page.open')}
          </Link>
          <hr />
          <h2>{say('editor.details.file')}</h2>
          <p className={styles.fileName}>{recording.fileName}</p>
          <p className={styles.meta}>
            {[
              details?.folder,
              track?.sampleRate == null
                ? null
                : say('editor.details.rate', { rate: track.sampleRate / 1000 }),
              track?.channels == null ? null : say('editor.details.channels', { count: track.channels }),
              formatBytes(recording.bytes, language),
            ]
              .filter((part) => part !== null && part !== undefined)
              .join(', ')}
          </p>
          {host.kind === 'window' && (
            <button
              type="button"
              className={styles.link}
              onClick={() => {
                host.showInFolder(recording.id).catch((error: unknown) => toastError(error, language))
              }}
            >
              {say('library.show-in-folder')}
            </button>
          )}
          <OtherTranscripts
            recordingId={recording.id}
            transcriptId={session.transcriptId}
            store={store}
            others={details?.otherTranscripts ?? []}
          />
          <hr />
          <OpinionList session={session} store={store} />
        </>
      )}
    </div>
  )
}

/** The range that was transcribed; null if it is the whole recording. */
function transcribedPart(
  settings: Transcript['run']['settings'],
  durationMs: number,
  locale: string,
): { readonly from: string; readonly to: string } | null {
  const range = rangeOfRun(settings)
  if (!hasRange(range)) return null
  const { startMs, endMs } = rangeTimes(range, durationMs)
  return {
    from: typedTime(startMs, locale),
    to: endMs === durationMs ? formatDuration(endMs) : typedTime(endMs, locale),
  }
}
