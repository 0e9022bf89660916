import { useEffect, useMemo, useState } from 'react'
import { type ClipChoices, usualClip, usualPicture } from '#core/clips/clip-choices'
import { sentenceEdges, wholeSentences } from '#core/clips/snap-to-sentences'
import { legalFileName } from '#core/formats/legal-file-name'
import { type SoundFileId, soundFiles } from '#core/formats/sounds/sound-files'
import { shortTime } from '#core/notation/clock'
import type { TimeSpan } from '#core/transcript/time-span'
import type { Transcript } from '#core/transcript/transcript'
import { startMedia } from '../exports/start-media.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import { useHost } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { usePlayer } from '../sound/player/use-player.ts'
import { useLoudness } from '../sound/waveform/use-loudness.ts'
import { Button } from '../ui/button.tsx'
import { Dialog, DialogSpacer } from '../ui/dialog.tsx'
import { ErrorNotice, toastError } from '../ui/error-notice.tsx'
import { Loading } from '../ui/loading.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.tsx'
import { useLanguage, useSay } from '../ui/words.tsx'
import styles from './clip.module.css'
import { ClipPreview } from './clip-preview.tsx'
import { ClipSide } from './clip-side.tsx'
import { ClipWave } from './clip-wave.tsx'
import { useClip, useClipPictures } from './use-clip.ts'

export interface ClipDialogProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  /** The selected words. */
  readonly span: TimeSpan
  /** In the mode Cut a clip is at first without what is cut. */
  readonly isCutting: boolean
  readonly onClose: () => void
}

/** An edge of the selection moves to that of its sentence if it is as near as this, in ms. */
const NEAR_MS = 2_000

/** A clip of the selected words: what is shown is what is saved. */
export function ClipDialog({ session, player, recording, span: given, isCutting, onClose }: ClipDialogProps) {
  const say = useSay()
  const language = useLanguage()
  const host = useHost()
  const { transcript } = session.state
  const edges = useMemo(() => sentenceEdges(transcript), [transcript])
  const limits = useMemo(
    () => recording.trim ?? { startMs: 0, endMs: recording.durationMs ?? given.endMs },
    [recording, given],
  )
  const within = ({ startMs, endMs }: TimeSpan): TimeSpan => ({
    startMs: Math.round(Math.max(limits.startMs, startMs)),
    endMs: Math.round(Math.min(limits.endMs, endMs)),
  })
  const [span, setSpan] = useState(() => within(wholeSentences(given, edges, NEAR_MS)))
  const [isCut, setCut] = useState(isCutting)
  const [changed, setChanged] = useState<ClipChoices | null>(null)
  const [sound, setSound] = useState<SoundFileId | null>(null)
  const [typedName, setTypedName] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const pictures = useClipPictures(session.transcriptId)
  const loudness = useLoudness(recording)
  const playing = usePlayer(player, (state) => state.playing)

  const { hasVideo = recording.hasVideo, cover = null, hasCut = false } = pictures.data ?? {}
  const picture = usualPicture({ hasVideo, hasCover: cover !== null })
  const isPlain = picture === 'video'
  const choices = changed ?? { ...usualClip, shape: '9:16', picture, title: !isPlain, names: !isPlain }
  const clip = useClip({ transcriptId: session.transcriptId, span, isCut, choices }, () => session.flush())
  const move = (next: TimeSpan): void => {
    const moved = within(next)
    setSpan(moved)
    player.seek(moved.startMs)
  }
  const { startMs } = span
  useEffect(() => {
    player.pause()
    player.seek(startMs)
    // Only when it opens: later moves seek by themselves.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [player])

  const ending = sound === null ? '.mp4' : soundFiles[sound].ending
  const named = (name: string): string => legalFileName(name, ending, say('clip.open'))
  const titled = pictures.data === undefined ? '' : `${pictures.data.title}, ${shortTime(span.startMs)}`
  const usualName = titled === '' ? '' : named(titled).slice(0, -ending.length)
  const fileName = named(typedName ?? usualName)
  const play = (): void => (playing ? player.pause() : player.playKept(span))
  const copyQuote = async (): Promise<void> => {
    await navigator.clipboard.writeText(clip.data?.quote ?? '')
    toast.show({ text: say('clip.quote.copied'), tone: 'done' })
  }
  const save = async (): Promise<void> => {
    await session.flush()
    const of = { transcriptId: session.transcriptId, fromMs: span.startMs, toMs: span.endMs, cut: isCut }
    const jobId = await startMedia(host, { ...of, clip: choices, clipSound: sound, fileName }, say)
    if (jobId !== null) onClose()
  }
  const run = (action: () => Promise<void>): void => {
    setSaving(true)
    action()
      .catch((reason: unknown) => toastError(reason, language))
      .finally(() => setSaving(false))
  }
  return (
    <Dialog
      open
      onClose={() => {
        player.pause()
        onClose()
      }}
      title={say('clip.heading')}
      width="1080px"
      height="860px"
      bare
      foot={
        <>
          <TextField
            className={styles.name}
            label={say('clip.name')}
            value={typedName ?? usualName}
            onChange={setTypedName}
            end={<span>{ending}</span>}
          />
          <DialogSpacer />
          <Button
            icon="copy"
            disabled={(clip.data?.quote ?? '') === '' || clip.isPlaceholderData}
            onPress={() => run(copyQuote)}
          >
            {say('clip.quote')}
          </Button>
          <Button onPress={() => move(wholeSentences(span, edges))}>{say('clip.sentences')}</Button>
          <Button icon={playing ? 'pause' : 'play'} onPress={play}>
            {say(playing ? 'clip.pause' : 'clip.play')}
          </Button>
          <Button
            variant="main"
            icon="save"
            disabled={clip.data === undefined || isSaving}
            onPress={() => run(save)}
          >
            {say('clip.save')}
          </Button>
        </>
      }
    >
      <div className={styles.clip}>
        <div className={styles.stage}>
          {clip.data === undefined ? (
            clip.error === null ? (
              <Loading />
            ) : (
              <ErrorNotice error={clip.error} />
            )
          ) : (
            <ClipPreview
              clip={clip.data}
              choices={choices}
              recording={recording}
              player={player}
              cover={cover}
            />
          )}
        </div>
        <ClipSide
          choices={choices}
          onChange={setChanged}
          sound={sound}
          onSound={setSound}
          pictures={[
            'wave',
            ...(cover === null ? [] : ['cover' as const]),
            ...(hasVideo ? ['video' as const] : []),
          ]}
          hasNames={hasNames(transcript, span)}
          isCut={hasCut ? isCut : null}
          onCut={setCut}
          durationMs={clip.data?.drawing.durationMs ?? span.endMs - span.startMs}
        />
        <ClipWave
          player={player}
          loudness={loudness}
          span={span}
          limits={limits}
          edges={edges}
          onChange={move}
        />
      </div>
    </Dialog>
  )
}

/** Whether somebody with a name speaks in a span. */
function hasNames({ paragraphs, speakers }: Transcript, { startMs, endMs }: TimeSpan): boolean {
  const named = new Set(speakers.flatMap(({ id, name }) => (name?.trim() ? id : [])))
  return paragraphs.some(
    ({ speakerId, words }) =>
      speakerId !== null &&
      named.has(speakerId) &&
      words.some((word) => word.startMs < endMs && word.endMs > startMs),
  )
}
