import { shownFigures } from '#core/speaking/shown-figures'
import { type CSSProperties, useMemo, useState } from 'react'
import type { ProgramLanguage } from '#core/messages/messages'
import { spokenLength } from '#core/notation/lengths'
import type { SpokenTurn } from '#core/speaking/spoken-turns'
import type { OpenRecording } from '../rpc/open-recording.ts'
import type { TranscriptSession } from '../session/transcript-session.ts'
import type { Player } from '../sound/player/player.ts'
import { ticks } from '../sound/waveform/wave-view.ts'
import { formatDuration } from '../ui/format-duration.ts'
import { SpeakerTrack } from '../ui/speaker-track.tsx'
import { type Say, useLanguage, useSay } from '../ui/words.tsx'
import { byTime } from './by-time.ts'
import { formatPercent } from '#core/notation/numbers'
import { runningNote } from './running-note.ts'
import { ScopeChoice } from './scope-choice.tsx'
import { SpeakingActions } from './speaking-actions.tsx'
import styles from './speaking.module.css'
import { speakingTable } from './speaking-table.ts'
import { speakingWords } from './speaking-words.ts'
import { SpeakerBarRow } from './speaker-bar-row.tsx'
import { type LiveSpeaking, type Scope, useSpeaking } from './use-speaking.ts'
import { VoiceName, type VoiceNameProps } from './voice-name.tsx'

export interface SpeakingProps {
  readonly session: TranscriptSession
  readonly player: Player
  readonly recording: OpenRecording
  readonly onVoice: VoiceNameProps['onVoice']
}

/** The page of speaking time: a bar for each speaker, the lanes over time, the figures as a table. */
export function SpeakingScreen({ session, player, recording, onVoice }: SpeakingProps) {
  const say = useSay()
  const language = useLanguage()
  const [scope, setScope] = useState<Scope>('whole')
  const speaking = useSpeaking(session, player, recording, scope)
  const note = runningNote(recording)
  return (
    <section className={styles.page} aria-label={say('speaking.title')}>
      <div className={styles.column}>
        <div className={styles.bar}>
          <p className={styles.sum}>
            {speaking === null ? say('speaking.selection.none') : speakingWords(speaking, say, language)}
          </p>
          <div className={styles.actions}>
            <ScopeChoice scope={scope} onChoose={setScope} />
            {speaking !== null && (
              <SpeakingActions speaking={speaking} title={recording.title} session={session} />
            )}
          </div>
        </div>
        {speaking !== null && byTime(speaking).length > 0 && (
          <>
            <SpeakerBars speaking={speaking} onVoice={onVoice} />
            <Course speaking={speaking} onVoice={onVoice} />
            <Figures speaking={speaking} onVoice={onVoice} />
            <p className={styles.below}>{overlapsOf(speaking, say, language)}</p>
            <p className={styles.below}>{say('speaking.table.note')}</p>
            {note !== null && <p className={styles.below}>{say('speaking.running', note)}</p>}
          </>
        )}
      </div>
    </section>
  )
}

function overlapsOf({ figures, overlapPlaces }: LiveSpeaking, say: Say, language: ProgramLanguage): string {
  return say('speaking.overlaps.value', {
    time: spokenLength(figures.overlapMs, language),
    places: overlapPlaces,
  })
}

interface PartProps {
  readonly speaking: LiveSpeaking
  readonly onVoice: SpeakingProps['onVoice']
}

function SpeakerBars({ speaking, onVoice }: PartProps) {
  const say = useSay()
  const language = useLanguage()
  const speakers = byTime(speaking)
  const longestMs = speakers[0]?.figures.speakingMs ?? 0
  const shown = shownFigures(
    speakers.map((one) => one.figures),
    speaking.figures.silenceMs,
    0,
  )
  return (
    <section className={styles.bars} aria-label={say('speaking.straight')}>
      {speakers.map(({ figures, turns }) => (
        <div
          key={figures.id}
          className={styles.speakerRow}
          data-v={speaking.displays.get(figures.id)?.voice ?? 0}
        >
          <VoiceName
            speakerId={figures.id}
            name={speaking.displays.get(figures.id)?.name ?? ''}
            onVoice={onVoice}
          />
          <SpeakerBarRow
            turns={turns}
            longestMs={longestMs}
            label={say('speaking.bar', {
              turns: figures.turns,
              time: spokenLength(shown.speakingMs.get(figures.id) ?? 0, language),
            })}
          />
          <b data-figures>{formatPercent(shown.shares.get(figures.id) ?? 0, language)}</b>
        </div>
      ))}
      <p className={styles.meta}>{say('speaking.note')}</p>
    </section>
  )
}

/** Segments of the same turn get the same number. */
function turnNumbers(turns: readonly SpokenTurn[]): number[] {
  const numbers = new Map<SpokenTurn, number>()
  return turns.map((turn) => {
    const number = numbers.get(turn) ?? numbers.size
    numbers.set(turn, number)
    return number
  })
}

/** Approximate width at which it is displayed. */
const WIDTH = 880
const LANE_PX = 26
const MAX_COURSE_PX = 360

function Course({ speaking, onVoice }: PartProps) {
  const say = useSay()
  const { displays, turns, figures, span } = speaking
  const people = useMemo(
    () =>
      byTime(speaking)
        .map(({ figures: { id } }) => ({
          id,
          ...(displays.get(id) ?? { name: '', voice: 0, colour: 0, lane: 0 }),
        }))
        .toSorted((a, b) => a.lane - b.lane),
    [speaking, displays],
  )
  const segments = useMemo(() => {
    const rowOf = new Map(people.map(({ id }, row) => [id, row]))
    const all = turns
      .flatMap((own) =>
        own.turns.flatMap((turn) =>
          turn.stretches.map((stretch) => ({ ...stretch, turn, row: rowOf.get(own.id) ?? 0 })),
        ),
      )
      .sort((a, b) => a.startMs - b.startMs)
    return {
      speakers: all.map(({ row }) => row),
      startsMs: all.map(({ startMs }) => startMs),
      endsMs: all.map(({ endMs }) => endMs),
      turns: turnNumbers(all.map(({ turn }) => turn)),
    }
  }, [turns, people])
  const colors = useMemo(() => people.map(({ colour }) => colour), [people])
  const startMs = span?.startMs ?? 0
  const endMs = startMs + figures.durationMs
  const times = ticks({ startMs, msPerPixel: figures.durationMs / WIDTH }, WIDTH, 110).filter(
    // The last round time is omitted if it is too close to the end.
    (time) => time > startMs && endMs - time > figures.durationMs * 0.06,
  )
  const height = Math.min(MAX_COURSE_PX, people.length * LANE_PX)
  const at = (ms: number): CSSProperties => ({ left: `${((ms - startMs) / figures.durationMs) * 100}%` })
  return (
    <section className={styles.course} aria-label={say('speaking.course')}>
      <div className={styles.names} style={{ height }}>
        {people.map(({ id, name, voice }) => (
          <div key={id} data-v={voice}>
            <VoiceName speakerId={id} name={name} onVoice={onVoice} />
          </div>
        ))}
      </div>
      <div className={styles.lanes} style={{ height }}>
        <SpeakerTrack
          segments={segments}
          colors={colors}
          durationMs={figures.durationMs}
          label={say('speaking.course.track')}
          widthPx={WIDTH}
        />
      </div>
      <span />
      <div className={styles.axis}>
        <span style={at(startMs)}>{formatDuration(startMs)}</span>
        {times.map((time) => (
          <span key={time} style={at(time)}>
            {formatDuration(time)}
          </span>
        ))}
        <span>{formatDuration(endMs)}</span>
      </div>
    </section>
  )
}

function Figures({ speaking, onVoice }: PartProps) {
  const say = useSay()
  const language = useLanguage()
  const { head, rows } = speakingTable(speaking, say, language)
  return (
    <div className={styles.table}>
      <table aria-label={say('speaking.table')}>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id ?? 'nobody'}>
              {cells.map((text, column) => (
                <td
                  key={head[column]}
                  className={column > 0 ? undefined : id === null ? styles.nobody : styles.voice}
                  {...(column === 0
                    ? { 'data-v': id === null ? 0 : (speaking.displays.get(id)?.voice ?? 0) }
                    : {})}
                >
                  {column === 0 && id !== null ? (
                    <VoiceName speakerId={id} name={text} onVoice={onVoice} />
                  ) : (
                    text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
