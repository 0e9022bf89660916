import type { Speaker } from '../transcript/transcript.ts'

/** How many words of a named speaker of the text were said by each recognized speaker. */
export type WordCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

export interface NamedSpeakers {
  readonly speakers: readonly Speaker[]
  /** The speaker's id for each speaker of the text. */
  readonly idFor: ReadonlyMap<string, string>
}

/**
 * Gives recognized speakers the names of the text's speakers whose words are mostly theirs. A speaker of the
 * text who matches none is added, as the text says that it is somebody else.
 */
export function nameSpeakers(
  given: readonly Speaker[],
  recognized: readonly Speaker[],
  counts: WordCounts,
): NamedSpeakers {
  const candidates = given.flatMap(({ id }) => {
    const own = counts.get(id) ?? new Map<string, number>()
    const total = [...own.values()].reduce((sum, count) => sum + count, 0)
    return [...own].flatMap(([speakerId, count]) => (count * 2 > total ? [{ id, speakerId, count }] : []))
  })
  const idFor = new Map<string, string>()
  const names = new Map<string, string | null>()
  for (const { id, speakerId } of candidates.toSorted((a, b) => b.count - a.count)) {
    if (names.has(speakerId)) continue
    idFor.set(id, speakerId)
    names.set(speakerId, given.find((speaker) => speaker.id === id)?.name ?? null)
  }
  const taken = new Set(recognized.map(({ id }) => id))
  const added: Speaker[] = []
  for (const speaker of given) {
    if (idFor.has(speaker.id)) continue
    let number = taken.size + 1
    while (taken.has(`S${number}`)) number += 1
    const id = taken.has(speaker.id) ? `S${number}` : speaker.id
    taken.add(id)
    idFor.set(speaker.id, id)
    added.push({ ...speaker, id, colour: recognized.length + added.length })
  }
  const named = recognized.map((speaker) => ({ ...speaker, name: names.get(speaker.id) ?? speaker.name }))
  return { speakers: [...named, ...added], idFor }
}
