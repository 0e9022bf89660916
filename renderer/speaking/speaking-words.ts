import { shownFigures } from '#core/speaking/shown-figures'
import type { ProgramLanguage } from '#core/messages/messages'
import { spokenLength } from '#core/notation/lengths'
import { formatDuration } from '../ui/format-duration.ts'
import type { Say } from '../ui/words.tsx'
import { byTime } from './by-time.ts'
import type { LiveSpeaking } from './use-speaking.ts'

/** The figures in a sentence or two: who speaks most, who has the most turns. */
export function speakingWords(speaking: LiveSpeaking, say: Say, language: ProgramLanguage): string {
  const speakers = byTime(speaking)
  const [first, second] = speakers
  if (first === undefined) return say(speaking.none)
  const { speakingMs } = shownFigures(
    speakers.map((one) => one.figures),
    speaking.figures.silenceMs,
    0,
  )
  const timeOf = ({ figures: { id } }: (typeof speakers)[number]): number => speakingMs.get(id) ?? 0
  const nameOf = (id: string): string => speaking.displays.get(id)?.name ?? ''
  const duration = formatDuration(speaking.figures.durationMs)
  const most =
    second === undefined || speakers.length === 2
      ? say('speaking.sum.one', {
          a: nameOf(first.figures.id),
          time: spokenLength(timeOf(first), language),
          duration,
        })
      : say('speaking.sum.two', {
          a: nameOf(first.figures.id),
          b: nameOf(second.figures.id),
          time: spokenLength(timeOf(first) + timeOf(second), language),
          duration,
        })
  const [busiest, next] = speakers.toSorted((a, b) => b.figures.turns - a.figures.turns)
  // With a tie nobody has "the most" turns.
  if (busiest === undefined || next === undefined || busiest.figures.turns === next.figures.turns) return most
  return `${most} ${say('speaking.sum.most-turns', { a: nameOf(busiest.figures.id) })}`
}
