import { describe, expect, it } from 'vitest'
import { findAll, type FindOptions } from '../../find/find-replace.ts'
import { paragraphText } from '../../transcript/transcript.ts'
import { spoken } from '../testing/spoken.ts'
import { setCueWording } from './cue-wording.ts'
import { replaceInCues, searchedCues } from './replace-in-cues.ts'
import { CueSession } from './testing/cue-session.ts'

const options: FindOptions = {
  matchCase: false,
  wholeWord: true,
  accents: 'ignore',
  regularExpression: false,
}

const opened = () => {
  const session = new CueSession(
    spoken([
      ['A', 1_000, 4_000, 'The toaster of Mr Okonjo, a toaster that nobody wanted to have anymore.'],
      ['B', 6_000, 8_000, 'A toaster.'],
      ['A', 12_000, 14_000, 'And then the toaster of Mr Okonjo was mended by all of us.'],
    ]),
    [],
    60_000,
  )
  const last = session.cues.length - 1
  session.apply(setCueWording(session.context, session.cue(last), 'The toaster was mended.'))
  return session
}

const replace = (session: CueSession, query: string, by: string, wholeWord = true) => {
  const searched = searchedCues(session.transcript, session.cues)
  const hits = findAll(searched, query, { ...options, wholeWord })
  const { edits, count } = replaceInCues(session.context, searched, hits, by)
  session.apply(edits)
  return { hits: hits.length, count }
}

describe('what is found in captions', () => {
  it('is what they show: own wordings, not the words that these replace', () => {
    const session = opened()
    expect(replace(session, 'toaster', 'kettle')).toEqual({ hits: 4, count: 4 })
    expect(session.shown.join(' ').replaceAll(' / ', ' ')).toBe(
      'The kettle of Mr Okonjo, a kettle that nobody wanted to have anymore. A kettle. The kettle was mended.',
    )
    expect(session.transcript.paragraphs.map(paragraphText).at(-1)).toBe(
      'And then the toaster of Mr Okonjo was mended by all of us.',
    )
    session.undoAll()
    expect(session.shown.join(' ')).not.toContain('kettle')
  })

  it('may be several words, also across the end of a line', () => {
    const session = opened()
    const text = searchedCues(session.transcript, session.cues).paragraphs.map(paragraphText)[0] ?? ''
    const lineEnd = (session.cue(0).lines[0]?.text ?? '').length
    const across = text.slice(lineEnd - 4, lineEnd + 5).trim()
    expect(across).toMatch(/ /)
    const searched = searchedCues(session.transcript, session.cues)
    const hits = findAll(searched, across, { ...options, wholeWord: false })
    const { edits, count } = replaceInCues(session.context, searched, hits, 'X')
    expect(count).toBe(1)
    session.apply(edits)
    expect(session.transcript.paragraphs.map(paragraphText)[0]).toBe(text.replace(across, 'X'))
  })

  it('may begin with the space before a word, or be a space alone', () => {
    const session = opened()
    expect(replace(session, ' toaster', '-kettle', false).count).toBe(4)
    expect(paragraphText(session.transcript.paragraphs[0]!)).toBe(
      'The-kettle of Mr Okonjo, a-kettle that nobody wanted to have anymore.',
    )
    session.undoAll()
    const spaces = replace(session, ' ', '_', false)
    expect(spaces.count).toBe(spaces.hits)
    expect(session.transcript.paragraphs.slice(0, 2).map(paragraphText)).toEqual([
      'The_toaster_of_Mr_Okonjo,_a_toaster_that_nobody_wanted_to_have_anymore.',
      'A_toaster.',
    ])
  })

  it('is left alone where the caption has another text by now', () => {
    const session = opened()
    const searched = searchedCues(session.transcript, session.cues)
    const hits = findAll(searched, 'mended', options)
    session.apply(setCueWording(session.context, session.cue(session.cues.length - 1), 'It was mended.'))
    expect(replaceInCues(session.context, searched, hits, 'kept')).toEqual({ edits: [], count: 0 })
  })
})
