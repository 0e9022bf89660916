import { expect, it } from 'vitest'
import { conversation } from '../edits/testing/samples.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { carryNames } from './carry-names.ts'
import type { DecodedLine, LiveChange } from './live-record.ts'
import { wordsOfSources } from './placed-words.ts'
import { liveLine } from './testing/live-lines.ts'

const name = (source: number, given: string, lineIds: readonly string[] | null = null): LiveChange => ({
  kind: 'name',
  source,
  name: given,
  lineIds,
})

/** One person on the first track, two on the second: the first of them says five words, the other two. */
function twoTracks(names: readonly (string | null)[]): Transcript {
  const said = conversation([])
  const [first, second, third] = said.paragraphs
  if (first === undefined || second === undefined || third === undefined) throw new Error('three paragraphs')
  const onTrack = (words: typeof first.words) => words.map((word) => ({ ...word, id: `t1${word.id}` }))
  return {
    ...said,
    run: { ...said.run, settings: { tracks: 'all' } },
    speakers: names.map((given, index) => ({
      id: `s${index + 1}`,
      name: given,
      colour: index,
      groupId: null,
    })),
    paragraphs: [
      first,
      { ...second, words: onTrack(second.words) },
      { ...third, speakerId: 's3', words: onTrack(third.words.slice(0, 2)) },
    ],
  }
}

const lines: readonly DecodedLine[] = [
  liveLine(0, 'Who was there last night?', 0),
  liveLine(1, 'Nobody. They all went home.', 2_100, 1),
  liveLine(2, 'That is', 5_000, 1),
]

function carry(transcript: Transcript, changes: readonly LiveChange[]) {
  const { named, lost } = carryNames({ lines, changes }, transcript, wordsOfSources(transcript, 2))
  return { named: named.map(({ edit }) => `${edit.speakerId} ${edit.name}`).toSorted(), lost }
}

const nobody = [null, null, null]

it('a name goes to the one speaker of its source, or to who speaks most there; the newest holds', () => {
  const { named, lost } = carry(twoTracks(nobody), [name(0, 'Anne'), name(1, 'Ben'), name(0, 'Anna')])
  expect(named).toEqual(['s1 Anna', 's2 Ben'])
  expect(lost).toEqual([])
})

it('a name of some lines goes to who speaks in them', () => {
  const named = (changes: readonly LiveChange[]) => carry(twoTracks(nobody), changes).named
  expect(named([name(1, 'Cleo', ['live-2'])])).toEqual(['s3 Cleo'])
  expect(named([name(1, 'Ben'), name(1, 'Cleo', ['live-2'])])).toEqual(['s2 Ben', 's3 Cleo'])
  expect(named([name(1, 'Ben', ['live-1']), name(1, 'Cleo', ['live-2'])])).toEqual(['s2 Ben', 's3 Cleo'])
  // A name for the whole source set later applies to these lines too.
  expect(named([name(1, 'Cleo', ['live-2']), name(1, 'Ben')])).toEqual(['s2 Ben'])
  expect(named([name(1, 'Ben'), name(1, '', ['live-1'])])).toEqual(['s3 Ben'])
})

it('a name of a whole source goes to who speaks in the lines in which it was typed, where others speak there too', () => {
  const typed = { ...name(1, 'Cleo'), typedIn: ['live-2'] }
  expect(carry(twoTracks(nobody), [typed]).named).toEqual(['s3 Cleo'])
  expect(carry(twoTracks(nobody), [typed, name(1, 'Ben')]).named).toEqual(['s2 Ben'])
})

it('two names of one speaker: the one with fewer words is listed', () => {
  const { named, lost } = carry(twoTracks(nobody), [
    name(0, 'Anna'),
    name(0, 'Hanna', ['live-0']),
    name(1, 'Ben', ['live-1']),
  ])
  expect(named).toEqual(['s1 Hanna', 's2 Ben'])
  expect(lost).toEqual([{ source: 0, name: 'Anna' }])
})

it('a name that was given since stays, and one that was taken back is none', () => {
  const { named, lost } = carry(twoTracks(['Hanna', null, null]), [
    name(0, 'Anna'),
    name(1, 'Ben'),
    name(1, ''),
  ])
  expect([named, lost]).toEqual([[], []])
})

it('a name of a source on which nobody speaks is listed', () => {
  const said = twoTracks(nobody)
  const { lost } = carry({ ...said, paragraphs: said.paragraphs.slice(1) }, [name(0, 'Anna')])
  expect(lost).toEqual([{ source: 0, name: 'Anna' }])
})
