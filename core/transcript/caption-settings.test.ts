import { describe, expect, it } from 'vitest'
import { isCaptionSettings, withCaptionRules } from './caption-settings.ts'

const whole = { preset: 'House', base: 'bbc', frameRate: 25, names: 'change', changes: { maxLines: 1 } }

describe('caption settings from outside', () => {
  it.each<[string, unknown]>([
    ['with every member', whole],
    ['of an unknown preset', { preset: 'a later one', changes: {} }],
    ['with an unknown rule', { preset: 'bbc', changes: { laterRule: [{ a: null }] } }],
    ['without a frame rate', { ...whole, frameRate: null }],
  ])('are settings %s', (_, value) => expect(isCaptionSettings(value)).toBe(true))

  it.each<[string, unknown]>([
    ['null', null],
    ['a list', [whole]],
    ['without changes', { preset: 'bbc' }],
    ['with a list of changes', { ...whole, changes: [] }],
    ['with a member that nobody knows', { ...whole, colour: 1 }],
    ['with a blank preset', { ...whole, preset: ' ' }],
    ['with a long preset', { ...whole, preset: 'x'.repeat(101) }],
    ['with a base that is no text', { ...whole, base: null }],
    ['with other names', { ...whole, names: 'sometimes' }],
    ['with an endless frame rate', { ...whole, frameRate: Infinity }],
    [
      'with many changes',
      { ...whole, changes: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [n, n])) },
    ],
    ['with long changes', { ...whole, changes: { dialogueDash: '-'.repeat(10_000) } }],
  ])('are none: %s', (_, value) => expect(isCaptionSettings(value)).toBe(false))
})

it('withCaptionRules gives equal transcripts equal bytes, and changes none in place', () => {
  const captionRules = { preset: 'bbc', changes: {} }
  const first = { captionRules: { preset: 'arte', changes: {} }, language: 'en' }
  const text = '{"language":"en","captionRules":{"preset":"bbc","changes":{}}}'
  expect(JSON.stringify(withCaptionRules(first, captionRules))).toBe(text)
  expect(JSON.stringify(withCaptionRules<object>({ language: 'en' }, captionRules))).toBe(text)
  expect(withCaptionRules(first, null)).toStrictEqual({ language: 'en' })
  expect(first.captionRules.preset).toBe('arte')
})
