import { expect, test, vi } from 'vitest'
import { isLayoutMark } from '../../captions/marks/cue-marks.ts'
import { captionMarkKinds } from '../../captions/edits/reset-cue.ts'
import { countChecked } from '../../doubt/places-to-check.ts'
import { historyKindOf } from '../../edits/history/history-kind.ts'
import { personalMarks, styleMarks } from '../../formats/losses.ts'
import { marks as messages } from '../../messages/groups/marks.ts'
import { edgesOf } from '../../reading/mark-edges.ts'
import { isRedactionMark, silencesOf } from './mark-behavior.ts'
import { markKinds } from './mark-kinds.ts'
import { readStoredMark } from './stored-mark.ts'

vi.mock('./mark-kinds.ts', async (importOriginal) => {
  const [known, { jsonMark }] = await Promise.all([
    importOriginal<typeof import('./mark-kinds.ts')>(),
    import('./mark-kind.ts'),
  ])
  const madeUp = jsonMark(
    'made-up',
    {
      onEdit: 'stays',
      whenGone: null,
      divides: 'start',
      effect: 'layout',
      isResettable: true,
      settles: 'any-doubt',
      inNewer: null,
      onTrim: 'moves',
      onRedacted: 'never-leaves',
      silenceOf: (endMs: number) => ({ startMs: 0, endMs }),
      holdsText: false,
      mapTimes: null,
      outlastsWords: false,
      named: { set: { en: 'making up', fr: 'l’invention' }, removed: { en: 'forgetting', fr: 'l’oubli' } },
    },
    (value): value is number => typeof value === 'number',
  )
  return { markKinds: [...known.markKinds, madeUp] }
})

const stored = { id: 'm', fromWordId: 'w1', toWordId: 'w2', kind: 'made-up', value: '40' }
const made = readStoredMark(stored)

test('a kind of mark that is put into the list is known wherever marks are', () => {
  expect(made).toEqual({ ...stored, value: 40 })
  expect(captionMarkKinds).toContain('made-up')
  expect(isLayoutMark(made)).toBe(true)
  expect(personalMarks({ marks: [made] })).toBe(0)
  expect(countChecked({ paragraphs: [], marks: [made] })).toBe(1)
  expect(edgesOf([made])).toEqual({ starts: new Set(['w1']), ends: new Set() })
  expect(isRedactionMark(made)).toBe(true)
  expect(silencesOf([made])).toEqual([{ startMs: 0, endMs: 40 }])
  const edit = historyKindOf({ kind: 'set-mark', id: 'e', mark: made })
  expect(messages.en).toMatchObject({ [`editor.edit.${edit}`]: 'making up' })
  expect(messages.fr).toMatchObject({ 'editor.edit.remove-mark.made-up': 'l’oubli' })
})

test('what captions and doubts make of the kinds that there are', () => {
  const kindsWith = (has: (kind: (typeof markKinds)[number]) => boolean): string[] =>
    markKinds.filter((kind) => kind.kind !== ('made-up' as string) && has(kind)).map(({ kind }) => kind)
  const withEffect = (wanted: string): string[] => kindsWith(({ behavior }) => behavior.effect === wanted)
  expect(withEffect('layout')).toEqual(['break-before', 'cue-end', 'cue-start', 'line-break', 'no-break'])
  expect(withEffect('text')).toEqual(['hide', 'speaker-name', 'time', 'translation', 'wording'])
  expect(withEffect('style')).toEqual(['italic', 'position'])
  expect(withEffect('comment')).toEqual(['comment', 'comment-resolved'])
  expect(kindsWith(({ behavior }) => behavior.isResettable)).toEqual(
    ['break-before', 'cue-end', 'cue-start', 'hide', 'italic', 'line-break', 'no-break'].concat(
      'position',
      'speaker-name',
      'wording',
    ),
  )
  expect(kindsWith(({ behavior }) => behavior.settles !== null)).toEqual(['accepted', 'speaker-checked'])
  expect(kindsWith(({ behavior }) => behavior.onRedacted === 'never-leaves')).toEqual([
    'redacted-sound',
    'redaction',
  ])
  expect(styleMarks({ marks: [{ ...made, kind: 'italic', value: null }] })).toBe(1)
})
