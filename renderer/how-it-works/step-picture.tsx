import { formatPercent } from '#core/notation/numbers'
import type { StepId } from '#core/how-it-works/page-text'
import { UNSURE } from '#core/how-it-works/seen-seconds'
import type { VoiceDot } from '#core/how-it-works/voice-dots'
import { speakerNames } from '#core/transcript/speaker-names'
import type { TimeSpan } from '#core/transcript/time-span'
import { voiceNumber } from '../ui/voice.ts'
import { useLocale, useSay } from '../ui/words.tsx'
import styles from './how.module.css'
import type { Seen } from './use-seen.ts'

const WIDTH = 520
const HEIGHT = 66
const MIDDLE = 32

/** The picture of one step. */
export function StepPicture({ step, seen }: { readonly step: StepId; readonly seen: Seen }) {
  switch (step) {
    case 'sound':
    case 'speech':
    case 'passages':
      return <WavePicture step={step} seen={seen} />
    case 'words':
      return <WordsPicture seen={seen} />
    case 'voices':
      return <VoicesPicture seen={seen} />
  }
}

function WavePicture({
  step,
  seen,
}: {
  readonly step: 'sound' | 'speech' | 'passages'
  readonly seen: Seen
}) {
  const say = useSay()
  const { bars, speech, passages } = seen
  if (step === 'sound' && bars === null) return <p className={styles.meta}>{say('how.pictures.no-sound')}</p>
  const at = (ms: number): number => ((ms - seen.startMs) / (seen.endMs - seen.startMs)) * WIDTH
  const label =
    step === 'sound'
      ? say('how.picture.sound')
      : say(`how.picture.${step}`, { count: (step === 'speech' ? speech : passages).length })
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 10}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {bars !== null && <path className={styles.wave} d={waveOf(bars)} />}
      {step === 'speech' &&
        speech.map(({ startMs, endMs }) => (
          <path key={startMs} className={styles.speech} d={`M${at(startMs)} ${HEIGHT + 5}H${at(endMs)}`} />
        ))}
      {step === 'passages' &&
        passages.map((passage, index) => (
          <rect
            key={passage.startMs}
            className={styles.passage}
            data-next={index > 0}
            {...boxOf(passage, at)}
            y={1}
            height={HEIGHT}
            rx={6}
          />
        ))}
    </svg>
  )
}

function boxOf({ startMs, endMs }: TimeSpan, at: (ms: number) => number) {
  const x = Math.max(1, at(startMs) + 1)
  return { x, width: Math.max(2, Math.min(WIDTH - 1, at(endMs) - 1) - x) }
}

function waveOf(bars: readonly number[]): string {
  return bars
    .map((loudness, index) => {
      const half = 1 + loudness * 22
      const x = ((index + 0.5) / bars.length) * WIDTH
      return `M${x.toFixed(1)} ${(MIDDLE - half).toFixed(1)}V${(MIDDLE + half).toFixed(1)}`
    })
    .join('')
}

function WordsPicture({ seen: { words } }: { readonly seen: Seen }) {
  const say = useSay()
  const locale = useLocale()
  const isKnown = words.some(({ confidence }) => confidence !== null)
  return (
    <>
      <ul className={styles.words} aria-label={say('how.picture.words')}>
        {words.map(({ text, confidence }, index) => {
          const isUnsure = confidence !== null && confidence < UNSURE
          const label =
            confidence === null
              ? text
              : say('how.picture.word', { word: text, share: formatPercent(confidence, locale) })
          return (
            <li key={index} data-unsure={isUnsure}>
              <i style={{ height: confidence === null ? 0 : `${confidence * 56}px` }} aria-hidden />
              <span aria-hidden>{text}</span>
              <span className={styles.hidden}>{label}</span>
            </li>
          )
        })}
      </ul>
      {!isKnown && <p className={styles.meta}>{say('how.pictures.no-sure')}</p>}
    </>
  )
}

const MARGIN = 8
const TALLEST = 220

/** The same scale in both directions, so that distances are comparable. */
function placed(dots: readonly VoiceDot[]) {
  const ys = dots.map(({ y }) => y)
  const [least, most] = [Math.min(...ys), Math.max(...ys)]
  const range = Math.max(1e-6, most - least)
  const scale = Math.min(WIDTH - 2 * MARGIN, (TALLEST - 2 * MARGIN) / range)
  return {
    height: range * scale + 2 * MARGIN,
    circles: dots.map(({ x, y, speakerId }) => ({
      speakerId,
      cx: WIDTH / 2 + (x - 0.5) * scale,
      cy: MARGIN + (y - least) * scale,
    })),
  }
}

function VoicesPicture({ seen: { dots, speakers } }: { readonly seen: Seen }) {
  const say = useSay()
  if (dots.length === 0) return <p className={styles.meta}>{say('how.pictures.no-voices')}</p>
  const names = speakerNames(
    speakers.map((speaker) => ({ ...speaker, groupId: null })),
    (number) => say('speaker.numbered', { number }),
  )
  const shown = speakers.filter(({ id }) => dots.some(({ speakerId }) => speakerId === id))
  const { height, circles } = placed(dots)
  const colorOf = new Map(speakers.map(({ id, colour }) => [id, colour]))
  const label = say('how.picture.voices', {
    dots: dots.length,
    names: shown.map(({ id }) => names.get(id) ?? '').join(', '),
  })
  return (
    <>
      <svg className={styles.dots} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
        {circles.map(({ cx, cy, speakerId }, index) => (
          <circle
            key={index}
            data-v={voiceNumber(speakerId === null ? null : colorOf.get(speakerId))}
            cx={cx}
            cy={cy}
            r={4.5}
          />
        ))}
      </svg>
      <p className={styles.voices} aria-hidden>
        {shown.map(({ id, colour }) => (
          <span key={id} data-v={voiceNumber(colour)}>
            {names.get(id)}
          </span>
        ))}
      </p>
    </>
  )
}
