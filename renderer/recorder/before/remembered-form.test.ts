import { expect, it } from 'vitest'
import { formOf, readPeople, rememberedOf, transcriptChoice } from './remembered-form.ts'
import type { SourceSlot } from '../running/source-slot.ts'

const slot = (input: number, change: Partial<SourceSlot>): SourceSlot => ({
  input,
  role: 'microphone',
  chosen: null,
  label: '',
  state: 'on',
  problem: null,
  ...change,
})
const inputs = [
  { deviceId: 'a', label: 'Headset', isMonitor: false },
  { deviceId: 'm', label: 'Monitor of Speakers', isMonitor: true },
]
const usual = (date: string): string => `Recording of ${date}`

it('a name that was typed comes back with the new day; the usual one follows the language', () => {
  const form = { ...formOf({}, usual, '26 November'), title: 'Garden committee, 26 November' }
  const remembered = rememberedOf(form, '26 November', usual('26 November'), [slot(0, {})], inputs)
  expect(formOf(remembered, usual, '3 December').title).toBe('Garden committee, 3 December')
  const untouched = formOf({}, usual, '26 November')
  const next = rememberedOf(untouched, '26 November', usual('26 November'), [slot(0, {})], inputs)
  expect(formOf(next, (date) => `Enregistrement du ${date}`, '3 décembre').title).toBe(
    'Enregistrement du 3 décembre',
  )
})

it('devices are remembered by their names, as ids differ from one start to the next', () => {
  const slots = [
    slot(0, { chosen: 'a' }),
    slot(1, { role: 'system', chosen: 'm' }),
    slot(2, { state: 'failed', chosen: 'a' }),
  ]
  expect(rememberedOf(formOf({}, usual, 'x'), 'x', usual('x'), slots, inputs)).toMatchObject({
    microphones: ['Headset'],
    system: 'input',
    systemInput: 'Monitor of Speakers',
  })
})

it('a number of people is one from 1 to 64, or nothing', () => {
  expect(['', ' ', '4', '0', '65', '2.5', 'four'].map(readPeople)).toEqual([
    undefined,
    undefined,
    4,
    null,
    null,
    null,
    null,
  ])
  const form = { ...formOf({}, usual, 'x'), people: '4', language: 'fr' }
  expect(transcriptChoice(form, { quick: true, language: 'en' })).toEqual({
    quick: true,
    language: 'fr',
    speakers: 4,
  })
})
