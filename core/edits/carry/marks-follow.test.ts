import { describe, expect, it, test } from 'vitest'
import { redactedWords } from '../../transcript/redacted-words.ts'
import { silencesOf } from '../../transcript/marks/mark-behavior.ts'
import { readStoredMark } from '../../transcript/marks/stored-mark.ts'
import {
  type Mark,
  paragraphText,
  type Transcript,
  transcriptWords,
  type Word,
} from '../../transcript/transcript.ts'
import { applyEdits, carryEdits } from '../apply-edits.ts'
import type { Edit } from '../edit.ts'
import { insertParagraphsEdit } from '../kinds/insert-paragraphs.ts'
import { replaceTextEdit } from '../kinds/replace-text.ts'
import { conversation } from '../testing/samples.ts'
import { findAll, type FindOptions, replaceHits } from '../../find/find-replace.ts'
import { correctPlaces } from '../../glossary/other-places.ts'
import { takeDifferences } from '../../second-opinion/take-differences.ts'
import { expectEdit } from '../testing/expect-edit.ts'

const mark = (kind: string, fromWordId: string, toWordId = fromWordId, value: string | null = null): Mark =>
  readStoredMark({ id: `m ${kind}`, kind, fromWordId, toWordId, value })

const staying = (from: string, to = from): Mark[] => [
  mark('comment', from, to, 'Ask Ben about this'),
  mark('redaction', from, to),
  mark('wording', from, to, 'They left'),
  mark('hide', from, to),
  mark('italic', from, to),
  mark('translation', from, to, '{"language":"fr","text":"Ils sont partis"}'),
]

/** After typing these texts into p2 ("Nobody. They all went home."), one after the other. */
function typed(transcript: Transcript, ...texts: readonly string[]): Transcript {
  return texts.reduce((now, text, index) => {
    return expectEdit(now, replaceTextEdit(now, { id: `e${index}`, paragraphId: 'p2', text })).transcript
  }, transcript)
}

const textUnder = (transcript: Transcript, kind: string): string[] =>
  transcript.marks.flatMap(({ kind: own, fromWordId, toWordId }) => {
    const words = transcriptWords(transcript)
    const from = words.findIndex(({ id }) => id === fromWordId)
    const to = words.findIndex(({ id }) => id === toWordId)
    return own === kind
      ? [
          words
            .slice(from, to + 1)
            .map(({ text }) => text)
            .join(' '),
        ]
      : []
  })

const redactedText = (transcript: Transcript): string[] => {
  const redacted = redactedWords(transcript)
  return transcriptWords(transcript).flatMap(({ id, text }) => (redacted.has(id) ? [text] : []))
}

test.each([
  ['a space typed into its word', 'c2.4', 'c2.4', ['Nobody. They all went ho me.'], 'ho me.'],
  ['a word typed over with others', 'c2.1', 'c2.1', ['Nobody. The guests all went home.'], 'The guests'],
  [
    'one of its words and its neighbor typed over',
    'c2.3',
    'c2.4',
    ['Nobody. They all l', 'Nobody. They all le', 'Nobody. They all left.'],
    'left.',
  ],
] as const)('%s: what stays on replaced words is on the new ones', (_, from, to, texts, expected) => {
  const transcript = typed(conversation(staying(from, to)), ...texts)
  for (const { kind } of staying(from)) {
    expect([kind, textUnder(transcript, kind)]).toEqual([kind, [expected]])
  }
})

test('Enter in a marked word leaves the marks on both parts', () => {
  const edit: Edit = { kind: 'split-paragraph', id: 'e', wordId: 'c2.4', offset: 2 }
  const { transcript } = expectEdit(conversation(staying('c2.4')), edit)
  for (const { kind } of staying('c2.4')) expect(textUnder(transcript, kind)).toEqual(['ho me.'])
})

test('what goes with its words goes: an acceptance is none of what was typed anew', () => {
  const marks = [mark('accepted', 'c2.4'), mark('cue-start', 'c2.4', 'c2.4', '3700')]
  expect(typed(conversation(marks), 'Nobody. They all went ho me.').marks).toEqual([])
})

test('a comment whose words are deleted goes; a translation is kept beside them', () => {
  const transcript = typed(conversation(staying('c2.4')), 'Nobody. They all went')
  expect(transcript.marks.map(({ kind }) => kind)).toEqual(['redacted-sound', 'translation'])
  expect(transcript.marks[1]).toMatchObject({ fromWordId: 'c2.3', value: { isUnplaced: true } })
})

describe('a redaction', () => {
  const redacted = (from: string, to = from): Transcript => conversation([mark('redaction', from, to)])

  it('covers what is typed where its words were deleted, letter by letter', () => {
    const gone = typed(redacted('c2.4'), 'Nobody. They all went home', 'Nobody. They all went ')
    expect(gone.marks).toEqual([
      {
        id: 'm redaction',
        kind: 'redacted-sound',
        fromWordId: 'c2.3',
        toWordId: 'c3.0',
        value: { startMs: 3700, endMs: 4000 },
      },
    ])
    const again = typed(
      gone,
      'Nobody. They all went a',
      'Nobody. They all went aw',
      'Nobody. They all went away now.',
    )
    expect(redactedText(again)).toEqual(['away', 'now.'])
  })

  it('covers a paragraph put between its words, and one put where it was deleted', () => {
    const across = redacted('c1.4', 'c2.0')
    const between = expectEdit(across, insertParagraphsEdit('e', across.paragraphs[0] ?? null, ['Not me']))
    expect(redactedText(between.transcript)).toEqual(['night?', 'Not', 'me', 'Nobody.'])
    const whole = redacted('c2.0', 'c2.4')
    const deleted = expectEdit(whole, { kind: 'delete-paragraph', id: 'd', paragraphId: 'p2' }).transcript
    const put = expectEdit(deleted, insertParagraphsEdit('e', deleted.paragraphs[0] ?? null, ['Nobody']))
    expect(redactedText(put.transcript)).toEqual(['Nobody'])
  })

  it('does not cover words typed beside it, and those keep no time of its own', () => {
    const beside = typed(redacted('c2.0'), 'Nobody. So you see they all went home.')
    expect(redactedText(beside)).toEqual(['Nobody.'])
  })

  it('keeps silent the time that it loses to words typed beside it', () => {
    const tight = redacted('c2.1')
    const paragraphs = tight.paragraphs.map((each) => ({
      ...each,
      words: each.words.map((word) => (word.id === 'c2.1' ? { ...word, endMs: 2900 } : word)),
    }))
    const transcript = typed(
      { ...tight, paragraphs },
      'Nobody. They and you and me and others all went home.',
    )
    const word = transcriptWords(transcript).find(({ id }) => id === 'c2.1')
    expect(word?.endMs).toBeLessThan(2900)
    expect(transcript.marks[1]).toMatchObject({
      kind: 'redacted-sound',
      fromWordId: 'c2.1',
      toWordId: 'c2.1',
      value: { startMs: word?.endMs, endMs: 2900 },
    })
  })

  it('covers what is pasted from redacted words, wherever, and nothing beside it', () => {
    const edit = replaceTextEdit(redacted('c2.4'), {
      id: 'e',
      paragraphId: 'p3',
      text: 'That is what Jane Johnsmith and I thought.',
    })
    const { transcript } = expectEdit(redacted('c2.4'), { ...edit, fromRedacted: ['Jane Johnsmith'] })
    expect(redactedText(transcript)).toEqual(['home.', 'Jane', 'Johnsmith'])
  })

  it('covers what another window wrote for its words meanwhile', () => {
    const before = redacted('c2.4')
    const theirs = replaceTextEdit(before, {
      id: 'b',
      paragraphId: 'p2',
      text: 'Nobody. They all went ho me.',
    })
    const mine = replaceTextEdit(before, {
      id: 'a',
      paragraphId: 'p2',
      text: 'Nobody. They all went hometown.',
    })
    const { transcript } = carryEdits(before, [mine, theirs])
    const shown = transcriptWords(transcript).filter(({ id }) => !redactedWords(transcript).has(id))
    expect(shown.map(({ text }) => text).join(' ')).not.toMatch(/went (?:ho|me|town)/u)
  })

  const rewritten = 'That is what ho me I thought.'
  const find: FindOptions = { matchCase: true, wholeWord: false, accents: 'exact', regularExpression: false }
  const wordIn = ({ paragraphs }: Transcript): Word => {
    const word = paragraphs[2]?.words.find(({ text }) => text === 'home')
    if (word === undefined) throw new Error('nothing was pasted')
    return word
  }
  it.each<[string, (pasted: Transcript) => readonly Edit[]]>([
    ['typed', (pasted) => [replaceTextEdit(pasted, { id: 'b', paragraphId: 'p3', text: rewritten })]],
    [
      'replaced',
      (pasted) => {
        const hits = findAll(pasted, 'home', find).filter(({ paragraphId }) => paragraphId === 'p3')
        return replaceHits(pasted, hits, 'ho me', () => 'b')
      },
    ],
    [
      'corrected as elsewhere',
      (pasted) => {
        const at = pasted.paragraphs[2]?.words.indexOf(wordIn(pasted)) ?? -1
        return correctPlaces(pasted, [{ paragraphId: 'p3', from: at, to: at, text: 'ho me' }], () => 'b')
      },
    ],
    [
      'took from a second text',
      (pasted) => {
        const { words = [] } = pasted.paragraphs[2] ?? {}
        const at = words.indexOf(wordIn(pasted))
        const difference = {
          paragraphId: 'p3',
          now: words.slice(at, at + 1),
          wordBeforeId: words[at - 1]?.id ?? null,
          wordAfterId: words[at + 1]?.id ?? null,
          words: [
            { before: ' ', text: 'ho' },
            { before: ' ', text: 'me' },
          ],
        }
        let made = 0
        return takeDifferences(pasted, [difference], () => `b${made++}`)
      },
    ],
  ])(
    'covers what another window %s for words that were pasted from it, after the paste was undone',
    (_, theirsOn) => {
      const before = redacted('c2.4')
      const paste = {
        ...replaceTextEdit(before, { id: 'p', paragraphId: 'p3', text: 'That is what home I thought.' }),
        fromRedacted: ['home'],
      }
      const pasted = expectEdit(before, paste)
      expect(redactedText(pasted.transcript)).toEqual(['home.', 'home'])
      const theirs = theirsOn(pasted.transcript)
      expect(paragraphText(applyEdits(pasted.transcript, theirs).transcript.paragraphs[2]!)).toBe(rewritten)
      const undone = expectEdit(pasted.transcript, pasted.inverse).transcript
      expect(undone).toEqual(before)
      const { transcript } = carryEdits(undone, theirs)
      const shown = transcriptWords(transcript).filter(({ id }) => !redactedWords(transcript).has(id))
      expect(paragraphText(transcript.paragraphs[2]!)).toMatch(/\bme\b/u)
      expect(shown.map(({ text }) => text)).not.toContain('me')
    },
  )

  it('follows a word whose edges a person moves', () => {
    const edit: Edit = { kind: 'retime-word', id: 'e', wordId: 'c2.4', startMs: 3800, endMs: 3900 }
    expect(expectEdit(redacted('c2.4'), edit).transcript.marks).toHaveLength(1)
  })

  it('keeps silent a word that was removed beside one whose edges a person moves', () => {
    const before = redacted('c2.2', 'c2.4')
    const [, gone, last] = transcriptWords(before).filter(({ id }) => ['c2.2', 'c2.3', 'c2.4'].includes(id))
    if (gone === undefined || last === undefined) throw new Error('There are three words')
    const without = typed(before, 'Nobody. They all home.')
    const { startMs: endMs } = transcriptWords(without).find(({ id }) => id === 'c2.2')!
    const edit: Edit = { kind: 'retime-word', id: 'e', wordId: 'c2.4', startMs: endMs, endMs: endMs + 1 }
    const { transcript } = expectEdit(without, edit)
    const silences = silencesOf(transcript.marks)
    expect(silences.some(({ startMs, endMs: to }) => startMs <= gone.startMs && to >= gone.endMs)).toBe(true)
    expect(silences.every(({ endMs: to }) => to <= last.startMs)).toBe(true)
  })

  it('outlasts all words: what is written then is redacted', () => {
    const paragraphs = redacted('c2.4').paragraphs.map((each) => ({
      paragraphId: each.id,
      text: paragraphText(each),
    }))
    const empty = expectEdit(redacted('c2.4'), { kind: 'delete-paragraphs', id: 'd', paragraphs }).transcript
    expect(empty.marks).toHaveLength(1)
    const { transcript } = expectEdit(empty, insertParagraphsEdit('e', null, ['home']))
    expect(redactedText(transcript)).toEqual(['home'])
  })
})

describe('a redacted voice', () => {
  const voice = (): Transcript =>
    applyEdits(conversation([]), [{ kind: 'redact-speaker', id: 'v', speakerId: 's2', redacted: true }])
      .transcript

  it('has a mark on all that it says, and on what it is given later', () => {
    expect(voice().marks).toMatchObject([{ kind: 'redaction', fromWordId: 'c2.0', toWordId: 'c2.4' }])
    const more = typed(voice(), 'Nobody. They all went home. Really')
    expect(redactedText(more)).toHaveLength(6)
    const given = expectEdit(more, {
      kind: 'assign-speaker',
      id: 'g',
      target: { fromWordId: 'c3.0', toWordId: 'c3.1' },
      speakerId: 's2',
    }).transcript
    expect(redactedText(given).slice(6)).toEqual(['That', 'is'])
  })

  it('leaves words redacted that are taken from it', () => {
    const edit: Edit = { kind: 'assign-speaker', id: 'g', target: { paragraphId: 'p2' }, speakerId: 's1' }
    expect(redactedText(expectEdit(voice(), edit).transcript)).toHaveLength(5)
  })

  it('makes the voice redacted that it is merged with', () => {
    const into: Edit = { kind: 'merge-speakers', id: 'g', fromSpeakerId: 's2', intoSpeakerId: 's1' }
    const { transcript } = expectEdit(voice(), into)
    expect(transcript.speakers).toMatchObject([{ id: 's1', redacted: true }])
    expect(redactedText(transcript)).toHaveLength(transcriptWords(transcript).length)
  })

  it('is one no longer, and its words keep their marks', () => {
    const edit: Edit = { kind: 'redact-speaker', id: 'g', speakerId: 's2', redacted: false }
    const { transcript } = expectEdit(voice(), edit)
    expect(transcript.speakers[1]).not.toHaveProperty('redacted')
    expect(redactedText(transcript)).toHaveLength(5)
  })
})

describe('words that are cut', () => {
  const cut = (from: string, to: string): Mark => mark('cut', from, to, '{"reason":"person"}')
  const valueOf = ({ marks }: Transcript): unknown => marks.map(({ kind, value }) => [kind, value])

  it('stay cut when some of them are deleted from the text', () => {
    const before = conversation([cut('c2.1', 'c2.3')])
    const [first, , third] = transcriptWords(before).filter(({ id }) => ['c2.1', 'c2.2', 'c2.3'].includes(id))
    expect(valueOf(typed(before, 'Nobody. all went home.'))).toEqual([
      ['cut', { reason: 'person', startMs: first?.startMs }],
    ])
    expect(valueOf(typed(before, 'Nobody. They all home.'))).toEqual([
      ['cut', { reason: 'person', endMs: third?.endMs }],
    ])
    expect(valueOf(typed(before, 'Nobody. They went home.'))).toEqual([['cut', { reason: 'person' }]])
  })

  it('stay cut when all of them are, and when a word is typed over them', () => {
    const before = conversation([cut('c2.1', 'c2.2')])
    const [they, all] = transcriptWords(before).filter(({ id }) => id === 'c2.1' || id === 'c2.2')
    const gone = typed(before, 'Nobody. went home.')
    const sound = ['cut-sound', { reason: 'person', startMs: they?.startMs, endMs: all?.endMs }]
    expect(valueOf(gone)).toEqual([sound])
    // Also when its new place is deleted.
    expect(valueOf(typed(gone, 'went home.'))).toEqual([sound])
    const over = typed(before, 'Nobody. Everybody went home.')
    expect(textUnder(over, 'cut')).toEqual(['Everybody'])
  })
})
