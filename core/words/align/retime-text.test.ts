import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Word } from '../../transcript/transcript.ts'
import { retimeText } from './retime-text.ts'

function word(id: string, text: string, startMs: number, endMs: number, before = ' '): Word {
  return { id, before, text, startMs, endMs, confidence: 0.96, origin: 'recognised' }
}

const old = [
  word('c.0', 'we', 1000, 1200, ''),
  word('c.1', 'recognise', 1200, 1900),
  word('c.2', 'speech', 2500, 3000),
]
const options = { editId: 'e', language: 'en', startMs: 800, endMs: 4000 }

const textOf = (words: readonly Word[]): string => words.map((each) => each.before + each.text).join('')
const timesOf = (words: readonly Word[]): unknown[] =>
  words.map((each) => [each.id, each.startMs, each.endMs])

/** Violations of what must hold for the resulting words: their text, ids and order. */
function faultsOf(words: readonly Word[], text: string, untilMs: number): string[] {
  const faults: string[] = []
  if (textOf(words) !== (text.trim() === '' ? '' : text)) faults.push('text')
  if (new Set(words.map((each) => each.id)).size !== words.length) faults.push('ids')
  let last = 0
  for (const { id, startMs, endMs, text: own } of words) {
    if (startMs < last || endMs < startMs) faults.push(`times of ${id}`)
    if (!Number.isInteger(startMs) || !Number.isInteger(endMs)) faults.push(`not whole: ${id}`)
    if (own.trim() === '') faults.push(`empty: ${id}`)
    last = endMs
  }
  return last > untilMs ? [...faults, 'end'] : faults
}

describe('retimeText', () => {
  it('gives back the very words when nothing changes', () => {
    const same = retimeText(old, 'we recognise speech', options)
    same.forEach((each, index) => expect(each).toBe(old[index]))
  })

  it('keeps id and times of a word that became one other', () => {
    const [, changed] = retimeText(old, 'we wreck speech', options)
    const { before, ...was } = word('c.1', 'recognise', 1200, 1900)
    expect(changed).toEqual({
      ...was,
      before,
      text: 'wreck',
      confidence: null,
      origin: 'edited',
      was: [was],
    })
  })

  it('shares the span of what is replaced in proportion to length', () => {
    const words = retimeText(old, 'we wreck a nice speech', options)
    expect(timesOf(words)).toEqual([
      ['c.0', 1000, 1200],
      ['e.0', 1200, 1540],
      ['e.1', 1540, 1624],
      ['e.2', 1624, 1900],
      ['c.2', 2500, 3000],
    ])
    expect(words[0]).toBe(old[0])
    expect(words[1]).toMatchObject({ origin: 'edited', confidence: null })
  })

  it('gives a new word time between its neighbours, not all of a pause', () => {
    const words = retimeText(old, 'we recognise your speech', options)
    expect(timesOf(words)).toEqual([
      ['c.0', 1000, 1200],
      ['c.1', 1200, 1900],
      ['e.0', 1900, 2180],
      ['c.2', 2500, 3000],
    ])
    expect(words[2]).toMatchObject({ origin: 'written', confidence: null })
  })

  it('takes 20 ms from the word before where there is no room', () => {
    const words = retimeText(old, 'we can recognise speech', options)
    expect(timesOf(words)).toEqual([
      ['c.0', 1000, 1180],
      ['e.0', 1180, 1200],
      ['c.1', 1200, 1900],
      ['c.2', 2500, 3000],
    ])
  })

  it('puts words before the first and after the last into the room around', () => {
    const words = retimeText(old, 'so we recognise speech now', options)
    expect(timesOf(words)[0]).toEqual(['e.0', 860, 1000])
    expect(timesOf(words).at(-1)).toEqual(['e.1', 3000, 3210])
  })

  it('does not touch a word when a space is typed after it, nor when the next word begins', () => {
    const spaced = retimeText(old, 'we recognise speech ', options)
    expect(spaced.at(-1)).toEqual({ ...old[2], text: 'speech ' })
    const next = retimeText(spaced, 'we recognise speech n', options)
    expect(next.slice(0, 3)).toEqual(old)
    expect(next[3]).toMatchObject({ before: ' ', text: 'n', origin: 'written' })
  })

  it('has no words for a text of space alone', () => {
    expect(retimeText(old, ' \n\u00a0', options)).toEqual([])
  })

  /** The words after typing a text letter by letter at a position. */
  function lettersTyped(words: readonly Word[], at: number, text: string): Word[] {
    let now = [...words]
    for (const [index, letter] of text.split('').entries()) {
      const whole = textOf(now)
      const next = whole.slice(0, at + index) + letter + whole.slice(at + index)
      now = retimeText(now, next, { ...options, editId: `e${at}-${index}` })
    }
    return now
  }

  it('leaves a word as it was once what was typed in front of it is parted from it', () => {
    const half = lettersTyped(old, 3, 'can')
    expect(half[1]).toMatchObject({ id: 'c.1', text: 'canrecognise', origin: 'edited', confidence: null })
    const words = lettersTyped(old, 3, 'can now ')
    expect(textOf(words)).toBe('we can now recognise speech')
    expect(words[3]).toEqual({ ...old[1], startMs: 1220 })
    expect(words.slice(1, 3).map(({ origin }) => origin)).toEqual(['written', 'written'])
    expect(words[4]).toBe(old[2])
  })

  it('makes of a word what it was when its text is typed back', () => {
    const wrong = retimeText(old, 'we recogniset speech', options)
    expect(
      retimeText(retimeText(wrong, 'we recognisets speech', options), 'we recognise speech', options),
    ).toEqual(old)
  })

  it('gives joined words back when they are parted again, where they were', () => {
    const joined = retimeText(old, 'we recognisespeech', options)
    expect(joined[1]).toMatchObject({ id: 'c.1', startMs: 1200, endMs: 3000, origin: 'edited' })
    const longer = retimeText(joined, 'we recognisespeeches', options)
    expect(retimeText(longer, 'we recognise speeches', options).slice(0, 2)).toEqual(old.slice(0, 2))
    expect(retimeText(joined, 'we recognise speech', options)).toEqual(old)
  })

  /** The words after applying several texts in order. */
  function through(words: readonly Word[], ...texts: readonly string[]): Word[] {
    return texts.reduce<Word[]>(
      (now, text, index) => retimeText(now, text, { ...options, editId: `s${index}` }),
      [...words],
    )
  }

  it('gives a word back that was parted by a slip and joined again', () => {
    const [before, ...rest] = through(old, 'we re cognise speech', 'we recognise speech')
    expect(rest).toEqual(old.slice(1))
    // The time that the typo took is not returned.
    expect(before).toEqual({ ...old[0], endMs: 1180 })
  })

  it('gives three joined words back one by one', () => {
    const joined = through(old, 'werecognise speech', 'werecognisespeech')
    expect(through(joined, 'werecognise speech', 'we recognise speech')).toEqual(old)
    expect(through(joined, 'we recognisespeech', 'we recognise speech')).toEqual(old)
  })

  it('keeps times in order where a word that gave time away is joined and parted', () => {
    const touching = [word('c.0', 'a', 0, 100, ''), word('c.1', 'bc', 100, 200)]
    const words = through(touching, 'za bc', 'za xbc', 'za x bc', 'zax bc', 'za x bc')
    expect(faultsOf(words, 'za x bc', 4000)).toEqual([])
  })

  it('moves what comes back with the word that held it', () => {
    const joined = retimeText(old, 'we recognisespeech', options)
    const moved = joined.map((each) => (each.id === 'c.1' ? { ...each, startMs: 1300, endMs: 2200 } : each))
    expect(timesOf(retimeText(moved, 'we recognise speech', options)).slice(1)).toEqual([
      ['c.1', 1300, 1650],
      ['c.2', 1950, 2200],
    ])
  })

  it('takes no id that another word has by now', () => {
    const joined = retimeText(old, 'we recognisespeech', options)
    const again = [...joined, word('c.2', 'speech', 3000, 3500)]
    const parted = retimeText(again, 'we recognise speech speech', options)
    expect(new Set(parted.map(({ id }) => id)).size).toBe(4)
  })

  it('keeps words whole that hold a space, and French punctuation with its word', () => {
    const spaced = [word('c.0', '100 000', 0, 500, ''), word('c.1', 'euros\u202f!', 500, 900)]
    const words = retimeText(spaced, '100 000 beaux euros\u202f!', { ...options, language: 'fr' })
    expect(words.map((each) => each.text)).toEqual(['100 000', 'beaux', 'euros\u202f!'])
    const typed = retimeText([], 'Tu viens ? Oui', { ...options, language: 'fr' })
    expect(typed.map((each) => each.text)).toEqual(['Tu', 'viens ?', 'Oui'])
  })

  it('keeps a dash that opens the text before its first word', () => {
    const [first] = retimeText([], '- Hello', options)
    expect(first).toMatchObject({ before: '- ', text: 'Hello' })
  })

  it('keeps the text exactly, times in order, and equal words as they are', () => {
    const gaps = fc.array(fc.tuple(fc.nat(300), fc.nat(300), fc.constantFrom('a', 'be', 'see,', 'Dee')), {
      maxLength: 12,
    })
    const typedTexts = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc
        .array(fc.constantFrom('a', 'be', 'see,', 'dee', ' ', '  ', 'new'), { maxLength: 20 })
        .map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(gaps, typedTexts, typedTexts, (plan, text, nextText) => {
        let ms = 0
        const words = plan.map(([gap, length, each], index) => {
          const startMs = ms + gap
          ms = startMs + length
          return word(`c.${index}`, each, startMs, ms, index === 0 ? '' : ' ')
        })
        const made = retimeText(words, text, { ...options, startMs: 0, endMs: ms + 100 })
        expect(faultsOf(made, text, ms + 100)).toEqual([])
        for (const each of made.filter(({ id }) => id.startsWith('c.'))) {
          const isSame = words.some(({ id, text: oldText }) => id === each.id && oldText === each.text.trim())
          expect(each.origin).toBe(isSame ? 'recognised' : 'edited')
        }
        const next = retimeText(made, nextText, { ...options, editId: 'f', startMs: 0, endMs: ms + 100 })
        expect(faultsOf(next, nextText, ms + 100)).toEqual([])
        const back = retimeText(next, textOf(made), { ...options, editId: 'g', startMs: 0, endMs: ms + 100 })
        expect(faultsOf(back, textOf(made), ms + 100)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps times in order, ids single and the text exact through any walk of keys', () => {
    const keys = fc.array(fc.tuple(fc.constantFrom('x', 'y', ' ', '-', 'Backspace', 'retime'), fc.nat()), {
      minLength: 5,
      maxLength: 30,
    })
    fc.assert(
      fc.property(keys, (walk) => {
        let now: Word[] = [
          word('c.0', 'a', 0, 100, ''),
          word('c.1', 'bc', 100, 200),
          word('c.2', 'd', 240, 900),
        ]
        for (const [index, [key, at]] of walk.entries()) {
          const text = textOf(now)
          const place = at % (text.length + 1)
          if (key === 'retime') {
            // Takes time from a word with former words, as a neighbor's edge or a new word does.
            now = now.map((each, moved) =>
              moved === at % now.length
                ? { ...each, endMs: each.startMs + ((each.endMs - each.startMs) >> 1) }
                : each,
            )
            continue
          }
          const next =
            key === 'Backspace'
              ? text.slice(0, Math.max(0, place - 1)) + text.slice(place)
              : text.slice(0, place) + key + text.slice(place)
          now = retimeText(now, next, { ...options, editId: `k${index}`, startMs: 0, endMs: 1000 })
          expect(faultsOf(now, next, 1000)).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('retimes 20,000 words of which some changed', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      word(`c.${index}`, `w${(index * 31) % 900}`, index * 300, index * 300 + 300),
    )
    const text = textOf(many).replaceAll('w77 ', 'seventy seven ')
    expect(textOf(retimeText(many, text, options))).toBe(text)
  })
})
