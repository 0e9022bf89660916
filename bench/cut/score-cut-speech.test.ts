import { expect, it } from 'vitest'
import { scoreCutSpeech } from './score-cut-speech.ts'

const said = 'One two three, four five six seven eight nine ten.'.split(' ')
const cuts = [
  { from: 2, to: 3 },
  { from: 8, to: 8 },
]

it('finds all kept words and no cut one in a clean cut', () => {
  const heard = 'one two five six seven eight ten'.split(' ')
  expect(scoreCutSpeech({ said, words: said, cuts, heard })).toEqual({
    cuts: 2,
    beside: 4,
    besideWhole: 4,
    besideFound: 4,
    others: 3,
    othersWhole: 3,
    othersFound: 3,
    cutWords: 3,
    stillHeard: 0,
  })
})

it('counts a clipped word beside a join, a lost one elsewhere, and a cut word that is heard', () => {
  const heard = 'one two four fine seven eight nine ten'.split(' ')
  expect(scoreCutSpeech({ said, words: said, cuts: cuts.slice(0, 1), heard })).toMatchObject({
    besideFound: 1,
    others: 6,
    othersFound: 5,
    stillHeard: 1,
  })
})

it('counts what the whole recording is recognized to be wrongly against that, not against the cut', () => {
  const words = 'One too three four five six even eight nine ten'.split(' ')
  const heard = 'one two five six even eight ten'.split(' ')
  expect(scoreCutSpeech({ said, words, cuts, heard })).toMatchObject({
    besideWhole: 3,
    besideFound: 4,
    othersWhole: 2,
    othersFound: 2,
  })
})

it('leaves out words for which none was recognized, as nobody can cut them', () => {
  const words = 'One two three four five seven eight nine ten'.split(' ')
  const heard = 'one two five seven eight ten'.split(' ')
  const score = scoreCutSpeech({ said, words, cuts: [{ from: 2, to: 3 }, { from: 7, to: 7 }], heard }) // prettier-ignore
  expect(score).toMatchObject({ beside: 4, besideFound: 4, others: 2, othersFound: 2 })
})
