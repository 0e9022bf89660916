import { expect, it } from 'vitest'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { historyKindOf } from '../history/history-kind.ts'
import { expectEdit } from '../testing/expect-edit.ts'
import { conversation } from '../testing/samples.ts'

const set = (id: string, numbers: 'digits' | null): Edit => ({ kind: 'set-numbers', id, numbers })

it('writes numbers in digits and as spoken again, with undo to the byte, whatever is chosen for fillers and captions', () => {
  const rules = { preset: 'bbc', changes: {} } as const
  const before = applyEdit(conversation(), { kind: 'set-caption-rules', id: 'e0', rules }).transcript
  const inDigits = expectEdit(before, set('e1', 'digits'), { ...before, numbers: 'digits' })
  expect(inDigits.touched).toMatchObject({ paragraphIds: [], marks: false, fillers: false, numbers: true })
  const hidden = expectEdit(inDigits.transcript, { kind: 'set-fillers', id: 'e2', fillers: 'hidden' })
  expect(Object.keys(hidden.transcript).slice(-2)).toEqual(['fillers', 'numbers'])
  const shown = expectEdit(hidden.transcript, { kind: 'set-fillers', id: 'e3', fillers: null })
  expect(JSON.stringify(shown.transcript)).toBe(JSON.stringify(inDigits.transcript))
  const ruled = expectEdit(shown.transcript, { kind: 'set-caption-rules', id: 'e4', rules: null })
  const other = expectEdit(ruled.transcript, { kind: 'set-caption-rules', id: 'e5', rules })
  expect(JSON.stringify(other.transcript)).toBe(JSON.stringify(inDigits.transcript))
  expectEdit(other.transcript, set('e6', null), before)
})

it('changes nothing where it is so already, and has a name in undo', () => {
  const { transcript, touched } = applyEdit(conversation(), set('e1', null))
  expect(touched.numbers).toBe(false)
  expect(transcript).not.toHaveProperty('numbers')
  expect(historyKindOf(set('e', null))).toBe('set-numbers')
})
