import type { TurnRule } from './turn-rule.ts'

/** After a shorter pause a speaker continues the same turn. */
const MAX_PAUSE_MS = 5000
/** Exception: others speaking for this long in the pause ends the turn. */
const OTHERS_TAKE_OVER_MS = 1000

const pause = MAX_PAUSE_MS / 1000
const others = OTHERS_TAKE_OVER_MS / 1000

/** A pause that is short, and in which others hardly speak, does not end a turn. */
export const shortPauses: TurnRule = {
  isContinued: ({ lengthMs, othersMs }) => lengthMs < MAX_PAUSE_MS && othersMs() < OTHERS_TAKE_OVER_MS,
  texts: {
    en: {
      whenItEnds: `A turn ends after a pause of ${pause}\u00A0s, or after a shorter pause in which others speak for ${others}\u00A0s.`,
      whatDoesNot: 'a breath or a short word from another person does not end it',
      inHelp: `A pause under ${pause} s does not end a turn, unless others speak for ${others} s in it.`,
    },
    fr: {
      whenItEnds: `Une prise de parole se termine après ${pause}\u00A0s de pause, ou après une pause plus courte pendant laquelle d’autres parlent ${others}\u00A0s.`,
      whatDoesNot: 'ni une respiration ni un mot bref d’une autre personne ne l’interrompt',
      inHelp: `Une pause de moins de ${pause} s ne termine pas une prise de parole, sauf si d’autres y parlent ${others} s.`,
    },
  },
}
