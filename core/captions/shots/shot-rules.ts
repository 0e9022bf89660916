import { bbcShots } from './bbc-shots.ts'
import { netflixShots } from './netflix-shots.ts'
import type { ShotRule } from './shot-rule.ts'

const byId = {
  netflix: netflixShots,
  bbc: bbcShots,
  off: {
    en: 'off',
    fr: 'sans',
    allowsCrossing: true,
    startPlaces: () => [],
    endPlaces: () => [],
  },
} as const satisfies Readonly<Record<string, ShotRule>>

export type ShotRuleId = keyof typeof byId

/** Every rule about shots, in the order of lists; `off` finds nothing wrong. */
export const shotRules: Readonly<Record<ShotRuleId, ShotRule>> = byId

export const shotRuleIds = Object.keys(byId) as readonly ShotRuleId[]

export const isShotRuleId = (value: unknown): value is ShotRuleId =>
  typeof value === 'string' && Object.hasOwn(byId, value)
