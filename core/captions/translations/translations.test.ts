import { expect, test } from 'vitest'
import { paragraph, saidWords } from '../../edits/testing/samples.ts'
import type { Edit } from '../../edits/edit.ts'
import { CueSession } from '../edits/testing/cue-session.ts'
import { joinWithBefore } from '../edits/join-with-before.ts'
import { splitCue } from '../edits/split-cue.ts'
import { editableText } from '../edits/editable-text.ts'
import { typeInCue } from '../edits/type-in-cue.ts'
import { importTranslations } from './import-translations.ts'
import { addLanguage, dropTranslation, placeTranslation, removeLanguage } from './manage-translations.ts'
import {
  moveTranslationToBefore,
  moveTranslationToNext,
  setTranslation,
  splitTranslation,
} from './set-translation.ts'
import { translatedCues, translatedProblems } from './translated-cues.ts'
import { translationEntries } from './translation-entries.ts'
import { translationLanguages } from './translation-marks.ts'

/** Three captions: two of Anna, one of Ben. */
class Translated extends CueSession {
  constructor() {
    super([
      paragraph('p1', 's1', saidWords('a', 'It was late when we came home.', 0)),
      paragraph('p2', 's2', saidWords('b', 'Nobody was there.', 10_000)),
      paragraph('p3', 's1', saidWords('c', 'That is what I thought.', 20_000)),
    ])
  }

  /** Numbers of the cues and the text that covers them. */
  get texts(): string[] {
    return translationEntries(this.transcript, this.cues, 'fr').entries.map(
      ({ cues, text }) => `${cues.map(({ index }) => index).join('+')} ${text.replaceAll('\n', ' / ')}`,
    )
  }

  get unplaced(): string[] {
    return translationEntries(this.transcript, this.cues, 'fr').unplaced.map(({ value }) => value.text)
  }

  type(index: number, text: string): void {
    this.apply(setTranslation(this.context, 'fr', this.cue(index), text))
  }

  typeOriginal(index: number, text: string): void {
    this.apply(typeInCue(this.context, this.cue(index), text))
  }

  split(index: number, after: string): void {
    const { context } = this
    const { text } = editableText(this.cue(index), context.transcript, context.cues)
    this.apply(splitCue(context, this.cue(index), text.indexOf(after)))
  }
}

const translated = (): Translated => {
  const session = new Translated()
  session.type(0, 'Il était tard quand nous sommes rentrés.')
  session.type(1, 'Il n’y avait personne.')
  session.type(2, 'C’est ce que je pensais.')
  return session
}

test('a language is there before anything is translated, and stays when all texts are taken away', () => {
  const session = new Translated()
  expect(translationLanguages(session.transcript)).toEqual([])
  session.apply(addLanguage(session.context, 'fr'))
  expect(translationLanguages(session.transcript)).toEqual(['fr'])
  expect(session.texts).toEqual([])
  session.type(1, ' Il n’y  avait\n\n personne. ')
  expect(session.texts).toEqual(['1 Il n’y avait / personne.'])
  expect(session.transcript.marks).toHaveLength(1)
  session.type(1, ' ')
  expect(session.texts).toEqual([])
  expect(translationLanguages(session.transcript)).toEqual(['fr'])
  session.apply(removeLanguage(session.context, 'fr'))
  expect(session.transcript.marks).toEqual([])
  session.undoAll()
  expect(session.transcript.marks).toEqual([])
})

test('typing what is there already changes nothing', () => {
  const session = translated()
  expect(setTranslation(session.context, 'fr', session.cue(1), 'Il n’y avait personne. ')).toEqual([])
})

test('the text of a caption that is cut is shown with both, until it is cut too; joined again, it is one', () => {
  const session = translated()
  session.split(0, 'when')
  expect(session.texts).toEqual([
    '0+1 Il était tard quand nous sommes rentrés.',
    '2 Il n’y avait personne.',
    '3 C’est ce que je pensais.',
  ])
  const text = translationEntries(session.transcript, session.cues, 'fr').entries[0]?.text ?? ''
  session.apply(splitTranslation(session.context, 'fr', session.cue(0), text.indexOf('quand')))
  expect(session.texts.slice(0, 2)).toEqual(['0 Il était tard', '1 quand nous sommes rentrés.'])
  session.apply(joinWithBefore(session.context, session.cue(1)))
  expect(session.texts[0]).toBe('0 Il était tard quand nous sommes rentrés.')
  session.type(0, 'Il était tard.')
  expect(session.texts[0]).toBe('0 Il était tard.')
})

test('typing in a caption that is shown with the one before takes it over', () => {
  const session = translated()
  session.split(0, 'when')
  session.type(1, 'quand nous sommes rentrés.')
  expect(session.texts.slice(0, 2)).toEqual([
    '0 Il était tard quand nous sommes rentrés.',
    '1 quand nous sommes rentrés.',
  ])
})

test('words go to the text after and come back', () => {
  const session = translated()
  const before = session.texts
  session.apply(moveTranslationToNext(session.context, 'fr', session.cue(0)))
  expect(session.texts.slice(0, 2)).toEqual([
    '0 Il était tard quand nous sommes',
    '1 rentrés. Il n’y avait personne.',
  ])
  session.apply(moveTranslationToBefore(session.context, 'fr', session.cue(1)))
  expect(session.texts).toEqual(before)
  session.split(0, 'when')
  session.apply(moveTranslationToNext(session.context, 'fr', session.cue(0)))
  expect(session.texts.slice(0, 2)).toEqual(['0 Il était tard quand nous sommes', '1 rentrés.'])
})

test('correcting the original leaves the translation where it is, also when it is typed anew', () => {
  const session = translated()
  session.typeOriginal(1, 'Nobody at all was there, you know.')
  expect(session.texts[1]).toBe('1 Il n’y avait personne.')
  session.typeOriginal(1, 'Empty!')
  expect(session.texts[1]).toBe('1 Il n’y avait personne.')
  expect(session.unplaced).toEqual([])
})

test('a text whose words are deleted stays listed until a person puts it somewhere', () => {
  const session = translated()
  const edit: Edit = { kind: 'delete-paragraph', id: 'gone', paragraphId: 'p2' }
  session.apply([edit])
  expect(session.texts).toEqual(['0 Il était tard quand nous sommes rentrés.', '1 C’est ce que je pensais.'])
  expect(session.unplaced).toEqual(['Il n’y avait personne.'])
  const [mark] = translationEntries(session.transcript, session.cues, 'fr').unplaced
  if (mark === undefined) throw new Error('no text')
  session.apply(placeTranslation(session.context, mark, session.cue(1)))
  expect(session.texts[1]).toBe('1 C’est ce que je pensais. Il n’y avait personne.')
  expect(session.unplaced).toEqual([])
  session.undoAll()
  expect(session.transcript.marks).toEqual([])
})

test('of a language whose only text is without a place, the language stays when the text is removed', () => {
  const session = new Translated()
  session.type(1, 'Il n’y avait personne.')
  session.apply([{ kind: 'delete-paragraph', id: 'gone', paragraphId: 'p2' }])
  const [mark] = translationEntries(session.transcript, session.cues, 'fr').unplaced
  if (mark === undefined) throw new Error('no text')
  session.apply(dropTranslation(session.context, mark))
  expect(session.unplaced).toEqual([])
  expect(translationLanguages(session.transcript)).toEqual(['fr'])
})

test('a text under words that captions do not show is listed too', () => {
  const session = translated()
  session.apply([
    {
      kind: 'set-mark',
      id: 'h',
      mark: { id: 'h', kind: 'hide', fromWordId: 'b.0', toWordId: 'b.2', value: null },
    },
  ])
  expect(session.unplaced).toEqual(['Il n’y avait personne.'])
})

test('lines are broken by the rules of the language unless they are typed; problems are those of its rules', () => {
  const session = new Translated()
  const long = 'Il était déjà très tard dans la nuit quand nous sommes enfin rentrés à la maison.'
  session.type(0, long)
  session.type(1, 'Il n’y avait\npersonne.')
  const made = translatedCues(session.transcript, session.cues, 'fr')
  expect(made.rules.id).toBe('netflix-fr')
  const [first, second] = made.shown.map(({ cue }) => cue.lines.map(({ text }) => text))
  expect(first?.join(' ')).toBe(long)
  expect(first).toHaveLength(2)
  expect(second).toEqual(['Il n’y avait', 'personne.'])
  expect(made.untranslated).toEqual([2])
  expect(made.shown.map(({ cue: { startMs, endMs } }) => [startMs, endMs])).toEqual(
    session.cues.slice(0, 2).map(({ startMs, endMs }) => [startMs, endMs]),
  )
  expect(translatedProblems(made).map((problems) => problems.map(({ kind }) => kind))).toEqual([
    ['too-fast'],
    [],
  ])
})

test('captions of a file go under those at the same time; the others are kept without a place', () => {
  const session = translated()
  session.split(2, 'what')
  const cue = (startMs: number, endMs: number, text: string) => ({
    startMs,
    endMs,
    lines: [{ speakerId: null, text }],
  })
  const { edits, placed, unplaced } = importTranslations(session.context, 'fr', [
    cue(100, 1_000, 'Il était tard'),
    cue(1_050, 2_900, 'à notre retour.'),
    cue(15_000, 16_000, 'Silence'),
    cue(20_000, 22_500, 'C’est bien ce que je pensais.'),
    cue(22_500, 22_600, ' '),
  ])
  session.apply(edits)
  expect([placed, unplaced]).toEqual([3, 1])
  expect(session.texts).toEqual(['0 Il était tard à notre retour.', '2+3 C’est bien ce que je pensais.'])
  expect(session.unplaced).toEqual(['Silence'])
})
