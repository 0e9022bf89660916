import { expect, it } from 'vitest'
import { conversation } from '../edits/testing/samples.ts'
import { speakingCsv } from './speaking-csv.ts'
import { speakingTime } from './speaking-time.ts'

it('has a row for each speaker and the whole', () => {
  const { turns, paragraphs, speakers } = conversation()
  expect(speakingCsv(speakingTime(turns, 8000, paragraphs, speakers))).toBe(
    [
      'id,name,speakingMs,share,turns,longestTurnMs,words,wordsPerMinute,overlapMs',
      's1,Anna,4000,0.6349,2,2000,10,150,100',
      's2,,2300,0.3651,1,2300,5,130.4348,100',
      ',silence,1800,,,,,,',
      ',overlap,100,,,,,,',
      ',recording,8000,,,,,,',
      '',
    ].join('\r\n'),
  )
})

it('keeps names of any kind in their field, and none is a formula', () => {
  const named = (name: string) =>
    speakingCsv(speakingTime([], 0, [], [{ id: 's', name }]))
      .split('\r\n')
      .slice(1, -4)
      .join('\r\n')
  expect(named('Doe, "Jo"\nJr')).toBe('s,"Doe, ""Jo""\nJr",0,0,0,0,0,0,0')
  expect(named('=1+1')).toBe("s,'=1+1,0,0,0,0,0,0,0")
})
