import { expect, it, vi } from 'vitest'
import { say } from '../messages/messages.ts'
import type { TurnRule } from '../turn-rules/turn-rule.ts'
import { speakingCsv } from './speaking-csv.ts'
import { speakingTime } from './speaking-time.ts'

vi.mock('../turn-rules/present-rule.ts', () => {
  const madeUp: TurnRule = {
    isContinued: ({ lengthMs, othersMs }) => lengthMs < 100 && othersMs() > 0,
    texts: {
      en: { whenItEnds: 'It ends at noon.', whatDoesNot: 'tea does not end it', inHelp: 'Noon ends a turn.' },
      fr: { whenItEnds: 'Elle finit à midi.', whatDoesNot: 'le thé non', inHelp: 'Midi y met fin.' },
    },
  }
  return { turnRule: madeUp }
})

it('turns are counted by the rule that is named, and the texts say so', async () => {
  const turns = [
    { speakerId: 'a', startMs: 0, endMs: 100 },
    { speakerId: 'b', startMs: 100, endMs: 150 },
    { speakerId: 'a', startMs: 199, endMs: 300 },
    { speakerId: 'a', startMs: 310, endMs: 400 },
  ]
  const figures = speakingTime(turns, 400, [])
  expect(figures.speakers[0]).toMatchObject({ id: 'a', turns: 2, longestTurnMs: 300, speakingMs: 291 })
  expect(speakingCsv(figures)).toContain('a,,291,0.8534,2,300,')
  expect(say('en', 'speaking.table.note')).toContain('all speech. It ends at noon. The length')
  expect(say('fr', 'speaking.table.note')).toContain('la parole. Elle finit à midi. Sa durée')
  expect(say('en', 'speaking.note')).toContain('one turn: tea does not end it.')
  expect(say('fr', 'speaking.note')).toContain('prise de parole\u00A0: le thé non.')
})
