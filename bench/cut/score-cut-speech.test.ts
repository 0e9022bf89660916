import { expect, it } from 'vitest'
import { scoreCutSpeech } from './score-cut-speech.ts'

const words = 'One two three, four five six seven eight nine ten.'.split(' ')

it('finds all kept words and no cut one in a clean cut', () => {
  const heard = 'one two five six seven eight ten'.split(' ')
  const cuts = [
    { from: 2, to: 3 },
    { from: 8, to: 8 },
  ]
  expect(scoreCutSpeech(words, cuts, heard)).toEqual({
    cuts: 2,
    beside: 4,
    besideFound: 4,
    others: 3,
    othersFound: 3,
    cutWords: 3,
    stillHeard: 0,
  })
})

it('counts a clipped word beside a join, a lost one elsewhere, and a cut word that is heard', () => {
  const heard = 'one two four fine seven eight nine ten'.split(' ')
  expect(scoreCutSpeech(words, [{ from: 2, to: 3 }], heard)).toMatchObject({
    besideFound: 1,
    others: 6,
    othersFound: 5,
    stillHeard: 1,
  })
})
