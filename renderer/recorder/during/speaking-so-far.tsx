import { useMemo } from 'react'
import { speakingTime } from '#core/speaking/speaking-time'
import { spokenTurns } from '#core/speaking/spoken-turns'
import { SpeakingRows } from '../../speaking/speaking-rows.tsx'
import { useSay } from '../../ui/words.tsx'
import { sourceVoice } from '../parts/source-name.ts'
import { useSourceNames } from '../parts/use-source-names.ts'
import { useRecorderStore } from '../running/recorder-store.ts'
import type { LiveTextProps } from './live-text.tsx'
import styles from './live-text.module.css'

/** How long each source has spoken, longest first; speakers are only known after Stop. */
export function SpeakingSoFar({ running, live: { spoken } }: LiveTextProps) {
  const say = useSay()
  const slots = useRecorderStore((state) => state.slots)
  const { inputs } = running
  const names = useSourceNames(running)
  const rows = useMemo(() => {
    const sources = names.map((name, source) => ({ id: String(source), name }))
    const turns = spoken.map(({ source, startMs, endMs }) => ({ speakerId: String(source), startMs, endMs }))
    const untilMs = spoken.reduce((most, { endMs }) => Math.max(most, endMs), 0)
    const bySource = new Map(spokenTurns(turns, untilMs, sources).map((own) => [own.id, own]))
    return speakingTime(turns, untilMs, [], sources)
      .speakers.filter(({ speakingMs }) => speakingMs > 0)
      .toSorted((a, b) => b.speakingMs - a.speakingMs)
      .map((figures) => ({
        figures,
        turns: bySource.get(figures.id) ?? { id: figures.id, turns: [] },
        name: <b className={styles.name}>{figures.name}</b>,
        voice: sourceVoice(inputs[Number(figures.id)] ?? -1, slots),
      }))
  }, [spoken, names, inputs, slots])
  if (rows.length === 0) return <p className={styles.note}>{say('speaking.none')}</p>
  return (
    <>
      <p className={styles.note}>{say('live.speaking.note')}</p>
      <SpeakingRows rows={rows} silenceMs={0} />
    </>
  )
}
