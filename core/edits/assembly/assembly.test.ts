import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../../transcript/lint.ts'
import { paragraphText, type Paragraph, type Transcript, type Word } from '../../transcript/transcript.ts'
import { applyEdit } from '../apply.ts'
import { assembleChunk, type AssemblyOptions } from './assembly.ts'
import type { Edit } from '../edit.ts'
import { EditRefused } from '../refused.ts'
import { settledBy } from './settled.ts'
import { choices, randomEdit } from '../testing/random-edits.ts'
import { conversation, paragraph, saidWords } from '../testing/samples.ts'

const empty: Transcript = { ...conversation([]), paragraphs: [] }

/** One paragraph per sentence, with the speaker of the turn at its first word. */
const paragraphsOf: AssemblyOptions['paragraphsOf'] = (words, turns) => {
  const paragraphs: Paragraph[] = []
  let open: Word[] = []
  for (const word of words) {
    open.push(word)
    if (!/[.?]$/.test(word.text) && word !== words.at(-1)) continue
    const startMs = open[0]?.startMs ?? 0
    const turn = turns.find((each) => each.startMs <= startMs && startMs < each.endMs)
    paragraphs.push(paragraph(`p:${open[0]?.id}`, turn?.speakerId ?? null, open))
    open = []
  }
  return paragraphs
}

const unsettled: AssemblyOptions = { settled: new Set(), paragraphsOf }

interface Decode {
  readonly chunkId: string
  readonly words: Word[]
}

function decode(chunkId: string, text: string, startMs: number): Decode {
  return { chunkId, words: saidWords(chunkId, text, startMs) }
}

const decodes = [
  decode('c1', 'Who was there last night? Nobody.', 0),
  decode('c2', 'They all went', 2600),
  decode('c3', 'home. That is it.', 4000),
]

function assembled(first: readonly Decode[], options = unsettled, onto = empty): Transcript {
  let transcript = onto
  for (const { chunkId, words } of first) {
    transcript = assembleChunk(transcript, { chunkId, words, earlier: null }, options).transcript
  }
  return transcript
}

function second(transcript: Transcript, text: string, options = unsettled): ReturnType<typeof assembleChunk> {
  const words = saidWords('c2', text, 2600)
  const earlier = ['c2.0', 'c2.1', 'c2.2']
  return assembleChunk(transcript, { chunkId: 'c2', words, earlier }, options)
}

const texts = (transcript: Transcript): string[] => transcript.paragraphs.map((each) => paragraphText(each))
const edited = (transcript: Transcript, edit: Edit): Transcript => applyEdit(transcript, edit).transcript

describe('assembleChunk', () => {
  it('comes to the same transcript in whatever order the chunks finish', () => {
    const inOrder = assembled(decodes)
    expect(inOrder.paragraphs.map(({ id, speakerId }) => [id, speakerId])).toEqual([
      ['p:c1.0', 's1'],
      ['p:c1.5', 's2'],
      ['p:c2.0', 's2'],
      ['p:c3.1', null],
    ])
    expect(lint(inOrder)).toEqual([])
    fc.assert(
      fc.property(fc.shuffledSubarray(decodes, { minLength: 3 }), (order) => {
        expect(JSON.stringify(assembled(order))).toBe(JSON.stringify(inOrder))
      }),
    )
  })

  it('puts a second text in, with the ids of the words that both have', () => {
    const { transcript, keptFirstText, wordIds, touched } = second(assembled(decodes), 'They nearly all went')
    expect(keptFirstText).toBe(false)
    expect(wordIds).toEqual(['c2.0', 'c2.4', 'c2.1', 'c2.2'])
    expect(transcript.paragraphs[2]?.words.map((word) => word.id)).toEqual([...wordIds, 'c3.0'])
    expect(touched.paragraphIds).toEqual(['p:c2.0'])
    expect(lint(transcript)).toEqual([])
  })

  it('takes a text away that the second decode did not hear', () => {
    const { transcript } = assembleChunk(
      assembled(decodes),
      { chunkId: 'c2', words: [], earlier: ['c2.0', 'c2.1', 'c2.2'] },
      unsettled,
    )
    expect(texts(transcript).join('|')).toBe('Who was there last night?| Nobody.|home.| That is it.')
  })

  it.each<[string, (transcript: Transcript) => Transcript]>([
    ['a word was edited', (t) => edited(t, typing('They all left home.'))],
    ['a word was taken out', (t) => edited(t, typing('They all home.'))],
    ['something was written into it', (t) => edited(t, typing('They all just went home.'))],
    ['a word was retimed', (t) => edited(t, retime)],
    ['a mark lies on it', (t) => edited(t, accept)],
    ['its paragraph was deleted', (t) => edited(t, remove)],
  ])('keeps the first text when %s', (_, change) => {
    const before = change(assembled(decodes))
    const { transcript, keptFirstText } = second(before, 'Day hall vent')
    expect(keptFirstText).toBe(true)
    expect(transcript).toBe(before)
  })

  it.each(['Kessler went', 'all went', 'Well? They all went'])(
    'a paragraph stays the same where a person changed its first words: %s',
    (text) => {
      const before = edited(assembled(decodes.slice(0, 2)), typing(text))
      const chunk = { chunkId: 'c3', words: decodes[2]?.words ?? [], earlier: null }
      const { transcript } = assembleChunk(before, chunk, unsettled)
      expect(transcript.paragraphs.slice(0, 3).map(({ id }) => id)).toEqual(['p:c1.0', 'p:c1.5', 'p:c2.0'])
      expect(lint(transcript)).toEqual([])
    },
  )

  it('keeps the bounds and the speaker of a settled paragraph', () => {
    const split: Edit = { kind: 'split-paragraph', id: 'e', wordId: 'c2.1', offset: 0 }
    const assign: Edit = {
      kind: 'assign-speaker',
      id: 'f',
      target: { paragraphId: 'e.0' },
      speakerId: 's1',
    }
    const before = edited(edited(assembled(decodes), split), assign)
    const settled = new Set(['p:c2.0', 'e.0'])
    const { transcript } = second(before, 'They nearly all went', { ...unsettled, settled })
    expect(
      transcript.paragraphs.slice(2, 4).map(({ speakerId, words }) => [speakerId, words.length]),
    ).toEqual([
      ['s2', 2],
      ['s1', 3],
    ])
    expect(texts(transcript)[2]).toBe('They nearly')
    expect(lint(transcript)).toEqual([])
  })

  it('keeps the first text rather than leave a settled paragraph empty', () => {
    const split: Edit = { kind: 'split-paragraph', id: 'e', wordId: 'c3.0', offset: 0 }
    const before = edited(assembled(decodes), split)
    const settled = new Set(['p:c2.0', 'e.0'])
    const chunk = { chunkId: 'c2', words: [], earlier: ['c2.0', 'c2.1', 'c2.2'] }
    expect(assembleChunk(before, chunk, { ...unsettled, settled }).keptFirstText).toBe(true)
  })

  it('puts a first text into the settled paragraph around it', () => {
    const first = assembled([decodes[0], decodes[2]].filter((each) => each !== undefined))
    const merge: Edit = {
      kind: 'merge-paragraphs',
      id: 'm',
      firstParagraphId: 'p:c1.5',
      secondParagraphId: 'p:c3.0',
    }
    const settled = new Set(['p:c1.5'])
    const all = assembled(decodes.slice(1, 2), { ...unsettled, settled }, edited(first, merge))
    expect(all.paragraphs[1]?.words.map((word) => word.id)).toEqual(['c1.5', 'c2.0', 'c2.1', 'c2.2', 'c3.0'])
  })

  it('keeps lint, and every word of a person, through edits between chunks', () => {
    fc.assert(
      fc.property(
        fc.array(choices, { maxLength: 12, size: 'max' }),
        fc.shuffledSubarray(decodes, { minLength: 3 }),
        (plan, order) => {
          const settled = new Set<string>()
          const earlier = new Map<string, readonly string[]>()
          let transcript = empty
          const texts2 = order.map(({ chunkId, words }) => ({ chunkId, words: words.slice(1) }))
          ;[...order, ...texts2].forEach(({ chunkId, words }, step) => {
            const options = { settled, paragraphsOf }
            const before = earlier.get(chunkId) ?? null
            const persons = transcript.paragraphs.flatMap((each) => each.words).filter(isPersons)
            const after = assembleChunk(transcript, { chunkId, words, earlier: before }, options)
            transcript = after.transcript
            earlier.set(chunkId, after.wordIds)
            const left = new Set(transcript.paragraphs.flatMap((each) => each.words.map((word) => word.id)))
            for (const word of persons) expect(left.has(word.id)).toBe(true)
            expect(lint(transcript)).toEqual([])
            plan.slice(step * 2, step * 2 + 2).forEach((choice, index) => {
              const edit = randomEdit(transcript, `e${step}-${index}`, choice)
              if (edit === null) return
              try {
                const applied = applyEdit(transcript, edit)
                transcript = applied.transcript
                for (const id of settledBy(edit, applied.touched)) settled.add(id)
              } catch (error) {
                if (!(error instanceof EditRefused)) throw error
              }
            })
          })
        },
      ),
      { numRuns: 200 },
    )
  })
})

function isPersons(word: Word): boolean {
  return word.origin !== 'recognised'
}

function typing(text: string): Edit {
  return { kind: 'replace-text', id: 'e', paragraphId: 'p:c2.0', text }
}

const retime: Edit = { kind: 'retime-word', id: 'e', wordId: 'c2.1', startMs: 3000, endMs: 3200 }
const remove: Edit = { kind: 'delete-paragraph', id: 'e', paragraphId: 'p:c2.0' }
const accept: Edit = {
  kind: 'set-mark',
  id: 'e',
  mark: { id: 'm', kind: 'accepted', fromWordId: 'c1.5', toWordId: 'c2.0', value: null },
}
