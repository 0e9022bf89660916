import { describe, expect, it } from 'vitest'
import { paragraph, saidWords } from '../edits/testing/samples.ts'
import { redactedDocument } from '../redaction/redacted-document.ts'
import { applyEdits } from '../edits/apply-edits.ts'
import type { Mark, Transcript } from '../transcript/transcript.ts'
import { paragraphText } from '../transcript/transcript.ts'
import { findCorrections } from './find-corrections.ts'
import { openCorrections } from './open-corrections.ts'
import type { ReturnedBlock } from './returned-document.ts'
import { acceptCorrections } from './settle-corrections.ts'
import { type ShownAs, shownText } from './shown-text.ts'
import { proposed } from './testing/proposed.ts'

const first = 'Um so we met in the hall, and twenty five people came to it.'
const second = 'Who paid for the hall that you all met in then?'
const third = 'Nobody did. It belongs to the town, as does the garden behind it.'

function talk(change: Partial<Transcript> = {}): Transcript {
  return {
    id: 't',
    recordingId: 'r',
    language: 'en',
    run: { program: 'parolo', version: '0', models: [], settings: {} },
    speakers: [
      { id: 's1', name: 'Anna', colour: 0, groupId: null },
      { id: 's2', name: null, colour: 1, groupId: null },
    ],
    turns: [],
    paragraphs: [
      paragraph('p1', 's1', saidWords('a', first, 0)),
      paragraph('p2', 's2', saidWords('b', second, 8_000)),
      paragraph('p3', 's1', saidWords('c', third, 16_000)),
    ],
    marks: [],
    ...change,
  }
}

const label = (number: number): string => `Speaker ${number}`

function compare(transcript: Transcript, returned: readonly ReturnedBlock[], as: ShownAs = 'text') {
  const recording = { title: 'T', fileName: 't.wav', durationMs: 30_000, sha256: '' }
  const document = redactedDocument({ recording, transcript })
  const found = findCorrections(
    { source: transcript, outgoing: document },
    shownText(transcript, document, as, label),
    { blocks: returned },
    as,
  )
  const open = openCorrections(transcript, [proposed(found.items)])
  const edits = acceptCorrections(transcript, open)
  const after = applyEdits(transcript, edits).transcript
  return { ...found, after, texts: after.paragraphs.map(paragraphText) }
}

const said = (...texts: readonly string[]): ReturnedBlock[] => texts.map((text) => ({ name: null, text }))

describe('a returned text', () => {
  it('without a change proposes nothing, whatever its lines, spaces and quotes', () => {
    expect(compare(talk(), said(first, second, third)).items).toEqual([])
    const wrapped = `${first}\n${second} ${third}`.replaceAll(' met ', '\u00A0met\n')
    expect(compare(talk(), said(wrapped)).items).toEqual([])
  })

  it('proposes words that are replaced, inserted, deleted, each where it was written', () => {
    const { items, texts } = compare(
      talk(),
      said(
        first.replace('hall,', 'garden hall,').replace('came', 'came on Sunday'),
        `Well, ${second.replace(' then', '')}`,
        `${third.replace('town,', 'city,')} Yes.`,
      ),
    )
    expect(
      items.map(
        (item) => item.kind === 'words' && [item.expected.map(({ text }) => text).join(' '), item.text],
      ),
    ).toEqual([
      ['', 'garden'],
      ['', 'on Sunday'],
      ['', 'Well,'],
      ['in then?', 'in?'],
      ['town,', 'city,'],
      ['', 'Yes.'],
    ])
    expect(texts).toEqual([
      first.replace('hall,', 'garden hall,').replace('came', 'came on Sunday'),
      `Well, ${second.replace(' then', '')}`,
      `${third.replace('town,', 'city,')} Yes.`,
    ])
  })

  it('keeps what the export left out: hidden fillers stay, digits are the words that they stand for', () => {
    const shown = 'So we met in the hall, and 25 people came to it.'
    const transcript = talk({ fillers: 'hidden', numbers: 'digits' })
    expect(compare(transcript, said(shown, second, third)).items).toEqual([])
    const { texts } = compare(
      transcript,
      said(shown.replace('25', '26').replace('met in', 'met early in'), second, third),
    )
    expect(texts[0]).toBe('Um so we met early in the hall, and 26 people came to it.')
  })

  it('neither deletes nor fills in redacted words', () => {
    const redaction: Mark = {
      id: 'm',
      kind: 'redaction',
      fromWordId: 'a.6',
      toWordId: 'a.8',
      value: '[place]',
    }
    const transcript = talk({ marks: [redaction] })
    const shown = 'Um so we met in the [place] five people came to it.'
    expect(compare(transcript, said(shown, second, third)).items).toEqual([])
    for (const text of ['Okonjo Street', '']) {
      const { items, texts } = compare(transcript, said(shown.replace('[place]', text), second, third))
      expect(items).toMatchObject([{ kind: 'told', about: 'redacted' }])
      expect(texts).toEqual([first, second, third])
    }
    const beside = compare(transcript, said(shown.replace('five', 'and six'), second, third))
    expect(beside.texts[0]).toBe(first.replace('five', 'and six'))
  })

  it('tells paragraphs that stand elsewhere, and those that nobody said, and changes nothing there', () => {
    const { items, texts } = compare(talk(), said(second, first, 'Handed out by the committee.', third))
    expect(items).toMatchObject([
      { kind: 'told', about: 'moved', text: second },
      { kind: 'told', about: 'unspoken', text: 'Handed out by the committee.', nearWordId: 'a.13' },
    ])
    expect(texts).toEqual([first, second, third])
  })

  it('takes a word that was written anew in a paragraph of its own; a longer new paragraph stays one that nobody said', () => {
    const rest = third.replace('Nobody ', '')
    const { items, texts } = compare(talk(), said(first, second, 'Somebody', rest))
    expect(items).toMatchObject([{ kind: 'words', text: 'Somebody' }])
    expect(texts).toEqual([first, second, third.replace('Nobody', 'Somebody')])
    const added = compare(talk(), said(first, second, 'Handed out by the committee.', rest))
    expect(added.items.filter(({ kind }) => kind === 'told')).toMatchObject([{ about: 'unspoken' }])
  })

  it('takes the few words before a new break as their paragraph’s, however many were written there', () => {
    const broken = first.replace('Um so we met', 'And then there were so few of us')
    const opening = broken.slice(0, broken.indexOf(' the '))
    const rest = first.slice(first.indexOf('the '))
    const { items, texts } = compare(talk(), said(opening, rest, second, third))
    expect(items.filter(({ kind }) => kind === 'told')).toEqual([])
    expect(texts.join(' ')).toBe([opening, rest, second, third].join(' '))
  })

  it('has a phrase that somebody wrote over as one, also where some of its words stay', () => {
    const written = 'those rooms that we all sat in'
    const text = second.replace('the hall that you all met in', written)
    const from = text.indexOf(written)
    const tracked = [{ from, to: from + written.length, by: 'Martin', atMs: 5 }]
    const returned = [...said(first), { name: null, text, tracked }, ...said(third)]
    const { items, texts, after } = compare(talk(), returned)
    expect(items).toMatchObject([
      { kind: 'words', text: 'those rooms that we all sat', by: 'Martin', atMs: 5 },
    ])
    expect(texts[1]).toBe(text)
    const kept = new Set(after.paragraphs[1]?.words.map(({ id }) => id))
    expect(['b.5', 'b.7', 'b.9'].filter((id) => !kept.has(id))).toEqual([])
  })

  it('inserts before a mark with a space that does not break, without a second space', () => {
    const question = { ...paragraph('p1', 's1', saidWords('a', 'Le compte ?', 0)), language: 'fr' }
    const words = question.words
      .slice(0, 2)
      .map((word, index) => ({ ...word, text: ['Le', 'compte\u202F?'][index] ?? '' }))
    const transcript = talk({ paragraphs: [{ ...question, words }], language: 'fr' })
    const { texts } = compare(transcript, said('Le compte rendu\u202F?'))
    expect(texts).toEqual(['Le compte rendu\u202F?'])
  })

  it('deletes a paragraph that is gone, and takes one that is written anew', () => {
    expect(compare(talk(), said(first, third)).texts).toEqual([first, third])
    expect(compare(talk(), said(first, 'Quite another question.', third)).texts).toEqual([
      first,
      'Quite another question.',
      third,
    ])
  })

  it('renames a speaker whose every name is another one, and tells a name above some paragraphs', () => {
    const named = (names: readonly string[]): ReturnedBlock[] =>
      [first, second, third].map((text, index) => ({ name: names[index] ?? null, text }))
    expect(compare(talk(), named(['Anna', 'Speaker 2', 'Anna'])).items).toEqual([])
    const { items, after } = compare(talk(), named(['Anna', 'Ben Okonjo', 'Anna']))
    expect(items).toMatchObject([
      { kind: 'speaker-name', speakerId: 's2', expected: 'Speaker 2', name: 'Ben Okonjo' },
    ])
    expect(after.speakers[1]?.name).toBe('Ben Okonjo')
    expect(compare(talk(), named(['Speaker 1', 'Speaker 2', 'Speaker 1'])).items).toEqual([])
    expect(compare(talk(), named(['Anna', 'Anna', 'Anna'])).items).toMatchObject([
      { kind: 'told', about: 'said-by' },
    ])
  })

  it('has comments on their words; those that are here already only with what was replied', () => {
    const comment: Mark = {
      id: 'm',
      kind: 'comment',
      fromWordId: 'a.6',
      toWordId: 'a.6',
      value: 'Which hall?',
    }
    const at = first.indexOf('hall,')
    const on = { from: at, to: at + 5, by: 'Martin', atMs: 5 }
    const reply = { by: 'Léa', text: 'The old one.' }
    const returned = (comments: ReturnedBlock['comments']): ReturnedBlock[] => [
      { name: null, text: first, ...(comments === undefined ? {} : { comments }) },
      ...said(second, third),
    ]
    const transcript = talk({ marks: [comment] })
    expect(compare(transcript, returned([{ ...on, text: 'Which hall?', replies: [] }])).items).toEqual([])
    const redacted: Mark[] = [
      { id: 'r', kind: 'redaction', fromWordId: 'c.10', toWordId: 'c.10', value: null },
      { ...comment, fromWordId: 'b.0', toWordId: 'b.0', value: 'Which Garden?' },
    ]
    const known = { ...on, from: 0, to: 3, text: 'Which [redacted]?', replies: [] }
    const hidden = compare(talk({ marks: redacted }), [
      ...said(first),
      { name: null, text: second, comments: [known] },
      ...said(third.replace('garden', '[redacted]')),
    ])
    expect(hidden.items).toEqual([])
    const { items } = compare(transcript, returned([{ ...on, text: 'Which hall?', replies: [reply] }]))
    expect(items).toMatchObject([
      {
        kind: 'comment',
        fromWordId: 'a.6',
        toWordId: 'a.6',
        text: 'Léa: The old one.',
        by: 'Léa',
      },
    ])
  })

  it('of captions has paragraphs of one speaker that follow each other apart', () => {
    const transcript = talk({
      paragraphs: [
        paragraph('p1', 's1', saidWords('a', first, 0)),
        paragraph('p2', 's1', saidWords('b', second, 8_000)),
      ],
    })
    expect(compare(transcript, said(first, second), 'captions').items).toEqual([])
    expect(compare(transcript, said(first, second.replace('paid', 'pays')), 'captions').texts).toEqual([
      first,
      'Who pays for the hall that you all met in then?',
    ])
  })

  it('of captions that were written anew has their new words in place of the former ones', () => {
    const captions = said(
      first,
      'Who paid for the hall',
      'that you all met in then?',
      'Nobody did.',
      'It belongs to the town,',
      'as does the garden behind it.',
    )
    const written = captions.with(3, { name: null, text: 'People gave freely.' })
    const { items, texts } = compare(talk(), written, 'captions')
    expect(items).toMatchObject([{ kind: 'words', text: 'People gave freely.' }])
    expect(texts[2]).toBe(third.replace('Nobody did.', 'People gave freely.'))
    // Nothing was taken away where this one stands.
    const added = compare(
      talk(),
      captions.toSpliced(4, 0, { name: null, text: 'Applause everywhere' }),
      'captions',
    )
    expect(added.items).toMatchObject([{ kind: 'told', about: 'unspoken', text: 'Applause everywhere' }])
  })

  it('of captions has every text of their own, also where one begins inside another', () => {
    const own = (id: string, fromWordId: string, toWordId: string): Mark => ({
      id,
      kind: 'wording',
      fromWordId,
      toWordId,
      value: `Own ${id}.`,
    })
    const marks = [own('inner', 'b.1', 'b.1'), own('outer', 'b.0', 'b.1')]
    const transcript = talk({ marks })
    const document = { recording: { title: 'T', fileName: 't', durationMs: 30_000, sha256: '' }, transcript }
    const texts = shownText(transcript, redactedDocument(document), 'captions', label).map(({ text }) => text)
    expect(texts.slice(1, 3)).toEqual(['Own outer.', 'Own inner.'])
  })

  it('of captions has the speaker of a text of their own whose first word is a hidden filler', () => {
    const transcript = talk({
      fillers: 'hidden',
      marks: [{ id: 'w', kind: 'wording', fromWordId: 'a.0', toWordId: 'a.1', value: 'And so' }],
    })
    const returned = [{ name: 'Anna', text: first.replace('Um so', 'And so') }, ...said(second, third)]
    expect(compare(transcript, returned, 'captions').items).toEqual([])
  })

  it('of captions changes the texts that captions have of their own', () => {
    const wording: Mark = {
      id: 'w',
      kind: 'wording',
      fromWordId: 'b.0',
      toWordId: 'b.10',
      value: 'Who paid?',
    }
    const transcript = talk({ marks: [wording] })
    expect(compare(transcript, said(first, 'Who paid?', third), 'captions').items).toEqual([])
    const { items, after } = compare(transcript, said(first, 'Who paid that?', third), 'captions')
    expect(items).toMatchObject([
      { kind: 'wording', markId: 'w', expected: 'Who paid?', text: 'Who paid that?' },
    ])
    expect(after.marks).toMatchObject([{ id: 'w', value: 'Who paid that?' }])
    expect(after.paragraphs).toEqual(transcript.paragraphs)
  })

  it('of captions tells what was typed over a redacted text of their own; beside it, words change', () => {
    const own = { fromWordId: 'b.2', toWordId: 'b.4' }
    const transcript = talk({
      marks: [
        { id: 'w', kind: 'wording', ...own, value: 'for Paul’s hall' },
        { id: 'r', kind: 'redaction', ...own, value: '[name]' },
      ],
    })
    const shown = 'Who paid [name] that you all met in then?'
    expect(compare(transcript, said(first, shown, third), 'captions').items).toEqual([])
    const over = compare(transcript, said(first, shown.replace('[name]', 'for Mary'), third), 'captions')
    expect(over.items).toMatchObject([
      { kind: 'told', about: 'redacted', text: 'for Mary', nearWordId: 'b.2' },
    ])
    expect(over.texts).toEqual([first, second, third])
    for (const [from, to] of [
      ['[name] that', '[name] where'],
      ['[name] that', '[name] now that'],
      ['paid [name]', 'paid for [name]'],
      ['paid [name]', 'spent [name]'],
    ] as const) {
      const { items, after } = compare(transcript, said(first, shown.replace(from, to), third), 'captions')
      expect(items).toMatchObject([{ kind: 'words' }])
      expect(after.paragraphs[1]?.words.map(({ text }) => text).join(' ')).toBe(
        second.replace(from.replace('[name]', 'for the hall'), to.replace('[name]', 'for the hall')),
      )
    }
  })

  it('of captions does not move what was typed after a redacted text of their own to the next voice', () => {
    const own = { fromWordId: 'b.8', toWordId: 'b.10' }
    const transcript = talk({
      marks: [
        { id: 'w', kind: 'wording', ...own, value: 'at Paul’s' },
        { id: 'r', kind: 'redaction', ...own, value: '[name]' },
      ],
    })
    const shown = 'Who paid for the hall that you all [name]'
    expect(compare(transcript, said(first, shown, third), 'captions').items).toEqual([])
    const rest = third.replace('Nobody ', '')
    const { items, texts } = compare(transcript, said(first, `${shown} today`, rest), 'captions')
    expect(items).toMatchObject([
      { kind: 'told', about: 'redacted', text: '[name] today' },
      { kind: 'words', expected: [{ text: 'Nobody' }], text: '' },
    ])
    expect(texts).toEqual([first, second, rest])
  })

  it('tells who made each change where changes were tracked', () => {
    const text = first.replace('hall,', 'barn,').replace(' it.', '.')
    const at = text.indexOf('barn,')
    const tracked = [
      { from: at, to: at + 4, by: 'Martin', atMs: 1 },
      { from: text.length - 1, to: text.length - 1, by: 'Léa', atMs: 2 },
    ]
    const { items } = compare(talk(), [{ name: null, text, tracked }, ...said(second, third)])
    expect(items).toMatchObject([
      { text: 'barn,', by: 'Martin', atMs: 1 },
      { text: 'to.', by: 'Léa', atMs: 2 },
    ])
  })

  it('of another recording is refused', () => {
    const other = 'The river was high that year, and the bridge went with it in a night.'
    const { share, items } = compare(talk(), said(other, other))
    expect(share).toBeLessThan(0.5)
    expect(items).toEqual([])
  })
})
