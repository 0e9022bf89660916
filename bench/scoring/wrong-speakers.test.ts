import { expect, test } from 'vitest'
import { type SpokenWord, wrongSpeakers } from './wrong-speakers.ts'

/** `A: so it is. B: yes` */
function spoken(text: string): SpokenWord[] {
  let speaker: string | null = null
  return text.split(' ').flatMap((part) => {
    const name = /^(.):$/u.exec(part)?.[1]
    if (name === undefined) return [{ text: part, speaker }]
    speaker = name === '?' ? null : name
    return []
  })
}

test('speakers may have other names; a word of another one is wrong', () => {
  const said = spoken('A: are you sure B: yes I am A: good')
  expect(wrongSpeakers(said, spoken('1: are you sure 2: yes I am 1: good'))).toEqual({
    compared: 7,
    wrong: 0,
    first: 3,
    firstWrong: 0,
    places: [],
  })
  expect(wrongSpeakers(said, spoken('1: are you sure yes 2: I am 1: good'))).toMatchObject({
    wrong: 1,
    firstWrong: 1,
    places: [3],
  })
})

test('words that were not recognized are not compared; one without a speaker is wrong', () => {
  const said = spoken('A: are you sure B: yes I am')
  expect(wrongSpeakers(said, spoken('1: are you sure ?: yes 2: I was'))).toMatchObject({
    compared: 5,
    wrong: 1,
    places: [3],
  })
})

test('two who are one to the program cost the words of the one who says less', () => {
  expect(wrongSpeakers(spoken('A: a b c B: d e'), spoken('1: a b c d e'))).toMatchObject({ wrong: 2 })
})
