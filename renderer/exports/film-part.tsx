import type { CaptionedVideoId } from '#core/formats/edit-lists/captioned-videos'
import { useRecordingCut } from '../cut/use-recording-cut.ts'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { Icon } from '../ui/icon.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useSay } from '../ui/words.tsx'
import styles from './export.module.css'

/** What videos have of a recording of which something is cut: what is kept, or all of it. Says what they have of a trimmed one. */
export function FilmPart({
  film,
  session,
  recording,
  isWhole,
  onChoose,
}: {
  readonly film: CaptionedVideoId
  readonly session: TranscriptSession
  readonly recording: OpenRecording
  readonly isWhole: boolean
  readonly onChoose: (isWhole: boolean) => void
}) {
  const say = useSay()
  const { cuts, keptMs, wholeMs } = useRecordingCut(session, recording)
  const { trim } = recording
  const said =
    cuts.length > 0 && !isWhole
      ? say('film.cut.preview')
      : trim === null
        ? null
        : say(film === 'burn' ? 'film.part' : 'film.part.copied', {
            from: formatDuration(trim.startMs),
            to: formatDuration(trim.endMs),
          })
  return (
    <>
      {cuts.length > 0 && (
        <Segmented
          label={say('film.cut')}
          chosen={isWhole ? 'whole' : 'cut'}
          choices={[
            { id: 'cut', label: say('film.cut.kept', { length: formatDuration(keptMs) }) },
            { id: 'whole', label: say('film.cut.whole', { length: formatDuration(wholeMs) }) },
          ]}
          onChoose={(chosen) => onChoose(chosen === 'whole')}
        />
      )}
      {said !== null && (
        <p className={styles.losses}>
          <Icon name="info" small />
          {said}
        </p>
      )}
    </>
  )
}
