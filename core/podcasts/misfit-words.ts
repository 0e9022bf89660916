import { type ProgramLanguage, say } from '../messages/messages.ts'
import { shortTime } from '../notation/clock.ts'
import type { DescriptionMisfit } from './description-lines.ts'

/** A sentence about what does not fit. */
export function misfitWords(misfit: DescriptionMisfit, language: ProgramLanguage): string {
  switch (misfit.kind) {
    case 'none':
      return say(language, 'publish.misfit.none')
    case 'few':
      return say(language, 'publish.misfit.few', { count: misfit.count })
    case 'late':
      return say(language, 'publish.misfit.late', { time: shortTime(misfit.atMs) })
    case 'short': {
      const { titles } = misfit
      return say(language, 'publish.misfit.short', { count: titles.length, names: titles.join(', ') })
    }
    case 'untitled': {
      const times = misfit.times.map(shortTime).join(', ')
      return say(language, 'publish.misfit.untitled', { count: misfit.times.length, times })
    }
    case 'long':
      return say(language, 'publish.misfit.long', { bytes: misfit.bytes })
  }
}
