import { expect, it } from 'vitest'
import { FieldCapitals } from './field-capitals.ts'

function opened(value: string) {
  const field = {
    value,
    selectionStart: 0,
    setSelectionRange: (from: number | null) => void (field.selectionStart = from ?? 0),
  }
  const capitals = new FieldCapitals()
  const change = (from: number, to: number, text: string): void => {
    capitals.expect(field.value)
    field.value = field.value.slice(0, from) + text + field.value.slice(to)
    field.selectionStart = from + text.length
    capitals.follow(field, text !== '', () => 'en')
  }
  return { field, change }
}

it('raises the next word, also on the next line, with the caret where it was, and lowers it again', () => {
  const { field, change } = opened('we went home\nthen all slept')
  change(12, 12, '.')
  expect(field).toMatchObject({ value: 'we went home.\nThen all slept', selectionStart: 13 })
  change(17, 17, 'x')
  change(17, 18, '')
  change(12, 13, '')
  // "Then" was typed meanwhile and belongs to the person.
  expect(field.value).toBe('we went home\nThen all slept')
  change(12, 12, '?')
  change(12, 13, '')
  expect(field.value).toBe('we went home\nThen all slept')
})

it('lowers what it raised', () => {
  const { field, change } = opened('aa aa')
  change(2, 2, '.')
  expect(field.value).toBe('aa. Aa')
  change(2, 3, '')
  expect(field).toMatchObject({ value: 'aa aa', selectionStart: 2 })
})

it('does not know of a text that the program put there', () => {
  const { field, change } = opened('aa aa')
  change(2, 2, '.')
  field.value = 'bb. Aa'
  change(2, 3, '')
  expect(field.value).toBe('bb Aa')
})
