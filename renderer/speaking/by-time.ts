import type { LiveSpeaking } from './use-speaking.ts'

export interface SpeakerFigures {
  readonly figures: LiveSpeaking['figures']['speakers'][number]
  readonly turns: LiveSpeaking['turns'][number]
}

/** The speakers with turns, longest speaking time first. */
export function byTime({ figures, turns }: LiveSpeaking): SpeakerFigures[] {
  const byId = new Map(turns.map((own) => [own.id, own]))
  return figures.speakers
    .filter(({ speakingMs }) => speakingMs > 0)
    .toSorted((a, b) => b.speakingMs - a.speakingMs)
    .map((one) => ({ figures: one, turns: byId.get(one.id) ?? { id: one.id, turns: [] } }))
}
