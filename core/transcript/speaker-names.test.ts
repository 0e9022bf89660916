import { expect, it } from 'vitest'
import { speakerNames } from './speaker-names.ts'
import type { Speaker } from './transcript.ts'

const speaker = (id: string, colour: number, name: string | null = null): Speaker => ({
  id,
  name,
  colour,
  groupId: null,
})
const numbered = (speakers: readonly Speaker[]): string[] => [
  ...speakerNames(speakers, (number) => `Speaker ${number}`).values(),
]

it('keep their numbers when another speaker is merged', () => {
  const [first, second, third] = [speaker('a', 0), speaker('b', 1), speaker('c', 2)]
  expect(numbered([first, second, third])).toEqual(['Speaker 1', 'Speaker 2', 'Speaker 3'])
  expect(numbered([first, third])).toEqual(['Speaker 1', 'Speaker 3'])
})

it('have different numbers though a file gives them one color', () => {
  const all = [speaker('a', 0), speaker('b', 0), speaker('c', 1), speaker('d', 0, ' Nora\nField ')]
  expect(numbered(all)).toEqual(['Speaker 1', 'Speaker 3', 'Speaker 2', 'Nora Field'])
})
