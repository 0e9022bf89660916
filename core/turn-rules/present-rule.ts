import { shortPauses } from './short-pauses.ts'
import type { TurnRule } from './turn-rule.ts'

/** The rule by which the whole program counts turns. To change it, create a file and name it here. */
export const turnRule: TurnRule = shortPauses
