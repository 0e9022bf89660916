import type { RecordingCard } from '#contracts/calls/recordings'
import type { Answers } from '../../rpc/testing/fake-studio.ts'

/** A studio's answers to list calls for these recordings, newest first. */
export function listAnswers(cards: () => readonly RecordingCard[]): Answers {
  const fits: Readonly<Record<string, (card: RecordingCard) => boolean>> = {
    all: () => true,
    'to-check': ({ transcript }) => transcript?.state === 'done' && (transcript.places?.toCheck ?? 0) > 0,
    checked: ({ transcript }) => transcript?.state === 'done' && transcript.places?.toCheck === 0,
  }
  const those = (filter: string) => cards().filter((card) => fits[filter]?.(card))
  return {
    'recordings.list': ({ filter = 'all', tag = null, limit = Infinity }) =>
      those(filter)
        .filter(({ tags }) => tag === null || tags.includes(tag))
        .slice(0, limit),
    'recordings.getMany': ({ recordingIds }) =>
      recordingIds.flatMap((id) => cards().find((card) => card.id === id) ?? []),
    'recordings.get': ({ recordingId }) => {
      const found = cards().find(({ id }) => id === recordingId)
      if (!found) throw new Error(`the test has no recording ${recordingId}`)
      return found
    },
    'recordings.counts': () => ({
      all: cards().length,
      toCheck: those('to-check').length,
      checked: those('checked').length,
      tags: [...new Set(cards().flatMap(({ tags }) => tags))],
    }),
  }
}
