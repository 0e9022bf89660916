import { describe, expect, test } from 'vitest'
import type { Speaker } from '../transcript/transcript.ts'
import type { CaptionNames } from './caption-names.ts'
import { makeCues } from './cues.ts'
import { presetFor } from './presets/netflix.ts'
import { captions, cuesOf, shown } from './testing/shown-cues.ts'
import { spoken, type ScriptedTurn } from './testing/spoken.ts'

describe('speakers', () => {
  test('a new speaker begins a new cue', () => {
    expect(
      captions([
        ['A', 0, 2_000, 'Are you ready to go now?'],
        ['B', 2_200, 4_200, 'Not before I have my coat.'],
      ]),
    ).toEqual(['Are you ready to go now?', 'Not before I have my coat.'])
  })

  test('a short answer is held into the pause', () => {
    const [, answer] = cuesOf(
      spoken([
        ['A', 0, 1_500, 'Are you ready to go now?'],
        ['B', 1_700, 1_900, 'Yes.'],
        ['A', 3_000, 5_000, 'Good, then we should leave.'],
      ]),
    )
    expect(answer).toMatchObject({ startMs: 1_700, endMs: 2_916, lines: [{ speakerId: 'B', text: 'Yes.' }] })
  })

  test('a short answer without a pause shares a cue, one line a speaker', () => {
    const turns: ScriptedTurn[] = [
      ['A', 0, 1_500, 'Are you ready to go now?'],
      ['B', 1_550, 1_900, 'Yes.'],
      ['A', 1_950, 3_900, 'Good, then we should leave at once.'],
    ]
    expect(captions(turns)).toEqual([
      'Are you ready to go now?',
      '-Yes. / -Good, then we should leave at once.',
    ])
    expect(captions(turns, 'fr').at(-1)).toBe('- Yes. / - Good, then we should leave at once.')
  })

  test('two who speak at once have a line each, all the time', () => {
    const cues = cuesOf(
      spoken([
        ['A', 0, 8_000, 'When we started the workshop in the old building there was nothing but a bench.'],
        ['B', 500, 8_300, 'No, that is not how it was, I remember it well, there was a lathe.'],
      ]),
    )
    for (const cue of cues)
      expect(new Set(cue.lines.map((line) => line.speakerId))).toEqual(new Set(['A', 'B']))
  })

  test('the rest of a turn that the next one overlaps is read first', () => {
    const [before, after] = cuesOf(
      spoken([
        ['A', 0, 3_000, 'because two of the stands were'],
        ['B', 2_500, 4_500, 'were broken, yes.'],
      ]),
    )
    expect(before?.lines).toEqual([{ speakerId: 'A', text: 'because two of the stands were' }])
    expect(after).toMatchObject({ startMs: 2_500, lines: [{ speakerId: 'B', text: 'were broken, yes.' }] })
  })

  describe('names', () => {
    const paragraphs = spoken([
      ['A', 0, 6_000, 'Right, I think we are recording. So, Sam, tell me about the old workshop.'],
      ['A', 6_100, 8_000, 'And about the stands.'],
      ['B', 8_500, 10_500, 'It is a lovely story.'],
      ['C', 11_000, 13_000, 'Nobody knows my name.'],
    ])
    const named = (id: string, name: string | null): Speaker => ({ id, name, colour: 0, groupId: null })
    const speakers = [
      named('A', 'Nora'),
      named('B', 'A person with a name as long as a line'),
      named('C', null),
    ]
    const withNames = (names: CaptionNames): string[] =>
      shown(
        makeCues({ paragraphs, speakers, marks: [] }, presetFor('en'), {
          durationMs: 14_000,
          language: 'en',
          names,
        }),
      )

    test('stand where the speaker changes and count as characters; a voice without one has none', () => {
      expect(withNames('change')).toEqual([
        'Nora: Right, I think we are recording. / So, Sam, tell me about the old workshop.',
        'And about the stands.',
        'A person with a nam…: It is a lovely / story.',
        'Nobody knows my name.',
      ])
    })

    test('stand before every caption, or never', () => {
      expect(withNames('always')[1]).toBe('Nora: And about the stands.')
      expect(withNames('always')[3]).toBe('Nobody knows my name.')
      expect(withNames('never').join()).not.toContain('Nora:')
      expect(
        shown(
          makeCues({ paragraphs, speakers, marks: [] }, presetFor('en'), {
            durationMs: 14_000,
            language: 'en',
          }),
        ),
      ).toEqual(withNames('never'))
    })
  })
})
