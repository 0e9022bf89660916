// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ReviewAnswer } from '#core/review/review-answer'
import { doubt, madePage } from '#core/review/testing/made-page'
import { changedMiddle } from './changed-middle.ts'
import { createClock } from './recording-clock.ts'
import { wirePage } from './wire-page.ts'

const open = (options: Parameters<typeof madePage>[1] = {}): void => {
  const { before } = madePage(
    {},
    { sound: 'none', doubts: [doubt('c2.0', 'c2.1'), doubt('c3.4', 'c3.4')], ...options },
  )
  document.documentElement.innerHTML = before.replace(/^<!doctype html>\n<html[^>]*>/u, '')
  wirePage(window)
}

const at = <Kind extends HTMLElement = HTMLElement>(selector: string): Kind => {
  const found = document.querySelector<Kind>(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}
const press = (key: string, init: KeyboardEventInit = {}): void => {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
}
const type = (selector: string, text: string): void => {
  const field = at<HTMLTextAreaElement | HTMLInputElement>(selector)
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
const textOf = (index: number): string => at(`[data-p="${index}"] > p`).textContent ?? ''

/** What is sent back. */
function answer(): ReviewAnswer {
  at('#open-send').click()
  at('#copy').click()
  return JSON.parse(at<HTMLTextAreaElement>('#send-text').value) as ReviewAnswer
}

beforeEach(() => {
  localStorage.clear()
})

describe('a review page', () => {
  it('sends back what was corrected, confirmed, commented and named, with the words that it had', () => {
    open()
    at('[data-p="0"] .pen').click()
    type('textarea.text', 'Who was here last night?')
    type('.editor label:nth-of-type(2) textarea', 'I was not.')
    press('Escape')
    expect(textOf(0)).toBe('Who was here last night?')
    expect(at('[data-p="0"] .edited').textContent).toBe('here')
    expect(at('[data-p="0"] .remark').textContent).toBe('I was not.')
    press('F8')
    expect(at('.editor li').textContent).toContain('“Nobody. They”')
    press('Enter', { ctrlKey: true })
    expect(at('#progress').textContent).toBe('Places to check: 1 of 2')
    type('#voice1', 'Ben')
    const { reviewer, paragraphs, right, comments, voices, format, transcript } = answer()
    expect({ reviewer, format, transcript }).toEqual({
      reviewer: 'Zoé',
      format: 'parolo-review',
      transcript: 't',
    })
    expect(paragraphs).toEqual([
      {
        id: 'p1',
        words: [
          ['c1.0', '', 'Who'],
          ['c1.1', ' ', 'was'],
          ['c1.2', ' ', 'there'],
          ['c1.3', ' ', 'last'],
          ['c1.4', ' ', 'night?'],
        ],
        text: 'Who was here last night?',
      },
    ])
    expect(right).toEqual([
      {
        words: [
          ['c2.0', '', 'Nobody.'],
          ['c2.1', ' ', 'They'],
        ],
      },
    ])
    expect(comments).toEqual([{ fromWordId: 'c1.0', toWordId: 'c1.4', text: 'I was not.' }])
    expect(voices).toEqual([{ id: 's2', was: 'Speaker 2', name: 'Ben' }])
  })

  it('has what was written when it is opened again, and nothing of it in another page', () => {
    open()
    at('[data-p="2"] .pen').click()
    type('textarea.text', 'That is what we thought.')
    open()
    expect(textOf(2)).toBe('That is what we thought.')
    expect(at('#kept').textContent).toBe('What you write is kept in this browser.')
    at('[data-p="2"] .pen').click()
    type('textarea.text', 'That is what I thought.')
    at('#open-send').click()
    at('#copy').click()
    expect(at('#send-state').textContent).toBe('There is nothing to send back yet.')
  })

  it('shows what the same page in another window wrote, so that neither loses it', () => {
    open()
    at('[data-p="0"] .pen').click()
    type('textarea.text', 'Who was here?')
    press('Escape')
    const own = localStorage.key(0) ?? ''
    for (const [name, value] of Object.entries({ 'texts 2': '"Yes."', 'voices 1': '"Ben"' }))
      window.dispatchEvent(
        new StorageEvent('storage', { key: own.replace('texts 0', name), newValue: value }),
      )
    expect([textOf(0), textOf(2)]).toEqual(['Who was here?', 'Yes.'])
    expect(at('[data-voice="1"]').textContent).toBe('Ben')
    expect(answer().paragraphs).toHaveLength(2)
  })

  it('says so where the browser keeps nothing, and can be answered all the same', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const kept = vi.spyOn(window, 'localStorage', 'get').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    try {
      open()
      expect(at('#kept').textContent).toMatch(/does not keep/u)
      type('#voice1', 'Ben')
      expect(answer().voices).toHaveLength(1)
    } finally {
      kept.mockRestore()
    }
  })

  it('is in the other language at once, with all that it shows', () => {
    open()
    press('F8')
    const language = at<HTMLSelectElement>('#language')
    language.value = 'fr'
    language.dispatchEvent(new Event('change'))
    expect(document.documentElement.lang).toBe('fr')
    expect(at('#progress').textContent).toBe('Endroits à vérifier\u00A0: 0 sur 2')
    expect(at('.editor li').textContent).toContain('«\u00A0Nobody. They\u00A0»')
    const left = [...document.querySelectorAll<HTMLElement>('[data-t]')].filter(({ textContent }) =>
      /\b(?:the|words|place|speaks|sound|Close)\b/u.test(textContent ?? ''),
    )
    expect(left).toEqual([])
  })

  it('counts a place whose words were corrected as done, and asks for it no longer', () => {
    open()
    press('F8')
    type('textarea.text', 'No one. They all went home.')
    expect(document.querySelector('.editor li')).toBeNull()
    expect(at('#progress').textContent).toBe('Places to check: 1 of 2')
    press('F8')
    expect(at('.editor li').textContent).toContain('“thought.”')
  })

  it('asks for a name before it is sent back', () => {
    open()
    type('#reviewer', ' ')
    type('#voice1', 'Ben')
    at('#open-send').click()
    at('#copy').click()
    expect(at('#send-state').textContent).toBe('Write your name first.')
  })
})

it.each([
  ['one two three', 'one two three', null],
  ['one two three', 'one too three', { from: 4, to: 7, nowTo: 7 }],
  ['one two three', 'one three', { from: 4, to: 8, nowTo: 4 }],
  ['one three', 'one two three', { from: 4, to: 4, nowTo: 8 }],
  ['went there', 'went their', { from: 5, to: 10, nowTo: 10 }],
  ['a a a', 'a a', { from: 2, to: 4, nowTo: 2 }],
])('what differs between %j and %j is whole words', (before, now, middle) => {
  const found = changedMiddle(before, now)
  expect(found).toEqual(middle)
  if (found === null) return
  expect(before.slice(0, found.from) + now.slice(found.from, found.nowTo) + before.slice(found.to)).toBe(now)
})

it('finds times of a recording in a sound that has stretches of it', () => {
  const clock = createClock({
    spans: [
      [1_000, 3_000],
      [10_000, 14_000],
    ],
  })
  expect([0, 1_500, 5_000, 12_000].map(clock.inSound)).toEqual([0, 500, 2_000, 4_000])
  expect([0, 500, 2_000, 4_000].map(clock.inRecording)).toEqual([1_000, 1_500, 10_000, 12_000])
  expect(clock.heardFrom(4_000, 9_000)).toBeNull()
  expect(clock.heardFrom(4_000, 11_000)).toBe(10_000)
  expect(clock.heardFrom(15_000, 20_000)).toBeNull()
})
