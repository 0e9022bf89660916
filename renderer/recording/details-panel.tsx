import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { typedTime } from '#core/sound/parse-time'
import { hasRange, rangeOfRun, rangeTimes } from '#core/sound/range'
import type { Transcript } from '#core/transcript/transcript'
import { changedPlaces, nextChange } from '#core/edits/changed-places'
import { type EditorStore, useEditor } from '../editor/editor-store.ts'
import { HideFillers } from '../text-options/hide-fillers.tsx'
import { NumbersInDigits } from '../text-options/numbers-in-digits.tsx'
import { languageName } from '../ui/language-name.ts'
import { useRecordingDetails } from '../rpc/queries.ts'
import { useHost } from '../rpc/studio-context.tsx'
import { useSession } from '../session/use-session.ts'
import { useTranscriptAfterTyping } from '../session/use-transcript-after-typing.ts'
import type { Player } from '../sound/player/player.ts'
import { Button } from '../ui/button.tsx'
import { toastError } from '../ui/error-notice.tsx'
import { formatBytes } from '../ui/format-bytes.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { NumberStepper } from '../ui/number-stepper.tsx'
import { Switch } from '../ui/switch.tsx'
import { localeOf, useLanguage, useSay } from '../ui/words.tsx'
import type { OpenSession } from '../session/open-session.ts'
import { OpinionList } from '../second-opinion/opinion-list.tsx'
import { EnergyFact } from '../sheet/energy-fact.tsx'
import { KeptPart } from './kept-part.tsx'
import { KeptSound } from './kept-sound.tsx'
import { OtherTranscripts } from './other-transcripts.tsx'
import styles from './recording.module.css'

export interface DetailsPanelProps {
  readonly session: OpenSession
  readonly recording: OpenRecording
  readonly store: EditorStore
  readonly isReading: boolean
  readonly onReading: (isReading: boolean) => void
  readonly player: Player
}

/** Facts about the recording and its transcript, the number of speakers, and how the transcript was made. */
export function DetailsPanel({ session, recording, store, isReading, onReading, player }: DetailsPanelProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const transcript = useTranscriptAfterTyping(session)
  const details = useRecordingDetails(recording.id).data
  const showsChanges = useEditor(store, (state) => state.showsChanges)
  const changes = useMemo(() => changedPlaces(transcript), [transcript])
  const [change, setChange] = useState(-1)
  const number = new Intl.NumberFormat(localeOf(language))
  const words = transcript.paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0)
  const wordsBy = details?.models.filter(({ role }) => role === 'recogniser').map(({ name }) => name)
  const speakersBy = details?.models
    .filter(({ role }) => role === 'segmentation' || role === 'embedding')
    .map(({ name }) => name)
  const track = details?.tracks[0]
  const transcribed = transcribedPart(transcript.run.settings, recording.durationMs ?? 0)

  return (
    <div className={styles.details}>
      <dl className={styles.pairs}>
        {/* A transcript that arrived without its file has none. */}
        {recording.modifiedAtMs > 0 && (
          <>
            <dt>{say('editor.details.recorded')}</dt>
            <dd>
              {new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(
                recording.modifiedAtMs,
              )}
            </dd>
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
        <dd>{number.format(words)}</dd>
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
      <Switch on={showsChanges} onChange={(on) => store.setState({ showsChanges: on })}>
        {say('editor.show-changes')}
      </Switch>
      <HideFillers session={session} />
      <NumbersInDigits session={session} />
      <Button
        variant="line"
        size="small"
        icon="list"
        pressed={isReading}
        onPress={() => onReading(!isReading)}
      >
        {say('editor.reading')}
      </Button>
      <hr />
      <SpeakerCount session={session} />
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
        <EnergyFact transcriptId={session.transcriptId} />
      </dl>
      <Link to="/recording/$id/sheet" params={{ id: recording.id }} className={styles.link}>
        {say('sheet.page.open')}
      </Link>
      <OtherTranscripts
        recordingId={recording.id}
        transcriptId={session.transcriptId}
        store={store}
        others={details?.otherTranscripts ?? []}
      />
      <hr />
      <OpinionList session={session} store={store} />
      <hr />
      <h2>{say('editor.details.file')}</h2>
      <p className={styles.fileName}>{recording.fileName}</p>
      <p className={styles.meta}>
        {[
          details?.folder,
          track?.sampleRate == null ? null : say('editor.details.rate', { rate: track.sampleRate / 1000 }),
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
    </div>
  )
}

/** The range that was transcribed; null if it is the whole recording. */
function transcribedPart(
  settings: Transcript['run']['settings'],
  durationMs: number,
): { readonly from: string; readonly to: string } | null {
  const range = rangeOfRun(settings)
  if (!hasRange(range)) return null
  const { startMs, endMs } = rangeTimes(range, durationMs)
  return { from: typedTime(startMs), to: endMs === durationMs ? formatDuration(endMs) : typedTime(endMs) }
}

/** Of several changes in quick succession only the last one is applied. */
const restMs = 700

/** "There are N speakers": identifies speakers again without transcribing again. */
function SpeakerCount({ session }: { readonly session: OpenSession }) {
  const say = useSay()
  const language = useLanguage()
  // Updated immediately, not once typing pauses: a count that briefly fell back would be taken for the user's choice.
  const count = useSession(session, (state) => Math.max(1, state.transcript.speakers.length))
  const [wanted, setWanted] = useState<number | null>(null)
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>()
  const [isBusy, setBusy] = useState(false)
  const recount = (speakers: number | null): void => {
    setBusy(true)
    session
      .recount(speakers)
      .catch((error: unknown) => toastError(error, language))
      .finally(() => {
        setBusy(false)
        setWanted(null)
      })
  }
  return (
    <section>
      <h2>{say('editor.speakers')}</h2>
      <div className={styles.thereAre}>
        <span>{say('editor.there-are')}</span>
        <NumberStepper
          label={say('editor.there-are.label')}
          value={wanted ?? count}
          min={1}
          max={64}
          onChange={(value) => {
            if (value === (wanted ?? count)) return
            setWanted(value)
            clearTimeout(timer)
            setTimer(setTimeout(() => recount(value), restMs))
          }}
        />
        <Button size="small" disabled={isBusy} onPress={() => recount(null)}>
          {say('editor.there-are.auto')}
        </Button>
      </div>
      <p className={styles.meta} role="status">
        {isBusy ? say('editor.there-are.busy') : say('editor.there-are.hint')}
      </p>
    </section>
  )
}
