import type { SpeakingVoice } from '#core/speaking/speaking-table'
import { stretchesIn } from '#core/speaking/spoken-turns'
import { SpeakerBarRow } from '../speaking/speaker-bar-row.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { voiceNumber } from '../ui/voice.ts'
import { useSay } from '../ui/words.tsx'
import styles from './minutes.module.css'

export interface PeopleTableProps {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Voices of the rows. */
  readonly voices: readonly SpeakingVoice[]
}

const spokenMs = ({ turns }: SpeakingVoice): number =>
  stretchesIn(turns).reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0)

/** Who spoke: each speaker's turns as a bar between name and time. */
export function PeopleTable({ head, rows, voices }: PeopleTableProps) {
  const say = useSay()
  const longestMs = Math.max(0, ...voices.map(spokenMs))
  const [name, ...figures] = head
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col" className={styles.bar}>
            <VisuallyHidden>{say('speaking.turns')}</VisuallyHidden>
          </th>
          {figures.map((text) => (
            <th key={text} scope="col" className={styles.number}>
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([speaker, time = '', ...others], place) => {
          const voice = voices[place]
          return (
            <tr key={voice?.turns.id ?? place} data-v={voiceNumber(voice?.colour)}>
              <td className={styles.voice}>{speaker}</td>
              <td className={styles.bar}>
                {voice !== undefined && (
                  <SpeakerBarRow
                    turns={voice.turns}
                    longestMs={longestMs}
                    label={say('speaking.bar', { turns: voice.turns.turns.length, time })}
                  />
                )}
              </td>
              {[time, ...others].map((text, column) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={column} className={styles.number}>
                  {text}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
