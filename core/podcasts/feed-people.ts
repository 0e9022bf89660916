import { isSameName } from '../transcript/same-name.ts'
import { childrenNamed, type FeedElement, textOf } from './feed-xml.ts'
import { lineText } from './plain-text.ts'

/** Roles of the podcast taxonomy whose people speak; others are those of the crew, or unclear. */
const SPEAKING = new Set(['host', 'co host', 'guest host', 'guest'])

/** Longer lists are no longer those who speak. */
const MAX_PEOPLE = 30

/**
 * Names of the hosts and guests in an element’s `podcast:person` children, each once; null if it has no such
 * children. Without a role a person is a host (podcast namespace). `itunes:author` is not a list of people.
 */
export function peopleOf(element: FeedElement): readonly string[] | null {
  const persons = childrenNamed(element, 'podcast:person')
  if (persons.length === 0) return null
  const names: string[] = []
  for (const person of persons) {
    const role = (person.attributes['role'] ?? '')
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/gu, ' ')
    const name = lineText(textOf(person)).slice(0, 100)
    const speaks = role === '' || SPEAKING.has(role)
    if (name === '' || !speaks || names.some((known) => isSameName(known, name))) continue
    if (names.length < MAX_PEOPLE) names.push(name)
  }
  return names
}
