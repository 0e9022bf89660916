import { expect } from 'vitest'
import { lint } from '../../transcript/lint.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { applyEdit, type AppliedEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import type { EditLimits } from '../times.ts'

/** Checks everything that must hold for any edit: result, inverse, JSON round trip of both, lint. */
export function expectEdit(
  before: Transcript,
  edit: Edit,
  after?: Transcript,
  limits: EditLimits = {},
): AppliedEdit {
  const frozen = JSON.stringify(before)
  const applied = applyEdit(before, edit, limits)
  if (after !== undefined) expect(applied.transcript).toEqual(after)
  expect(lint(applied.transcript, limits.durationMs)).toEqual([])
  expect(JSON.stringify(before)).toBe(frozen)

  const sent = applyEdit(throughJson(before), throughJson(edit), limits)
  expect(JSON.stringify(sent.transcript)).toBe(JSON.stringify(applied.transcript))
  const undone = applyEdit(applied.transcript, applied.inverse)
  expect(JSON.stringify(undone.transcript)).toBe(frozen)
  const undoneFromJson = applyEdit(throughJson(applied.transcript), throughJson(applied.inverse))
  expect(JSON.stringify(undoneFromJson.transcript)).toBe(frozen)
  const redone = applyEdit(undone.transcript, undone.inverse)
  expect(JSON.stringify(redone.transcript)).toBe(JSON.stringify(applied.transcript))
  return applied
}

export function throughJson<Value>(value: Value): Value {
  const parsed: Value = JSON.parse(JSON.stringify(value))
  return parsed
}
