import { plainLetters, soundSpeller, type SoundRule } from './rules.ts'

/** Rules common to the spellings in Latin script. */
const rules: readonly SoundRule[] = [
  ['aa?', 'a'],
  ['e[iy]', 'ai'],
  ['ee?', 'e'],
  ['ie|ii?', 'i'],
  ['oo?', 'o'],
  ['uu?', 'u'],
  ['bb?', 'b'],
  ['sch|sh|sz', 'S'],
  ['tsch|ch|cz', 'C'],
  ['c(?=[eiy])', 's'],
  ['ck|cc?|k[kh]?|qu?', 'k'],
  ['dd?', 'd'],
  ['ff?|ph', 'f'],
  ['gg?', 'g'],
  ['h', ''],
  ['j|y(?=[aeou])', 'j'],
  ['y', 'i'],
  ['ll?', 'l'],
  ['mm?', 'm'],
  ['nn?', 'n'],
  ['pp?', 'p'],
  ['rr?h?', 'r'],
  ['ss?', 's'],
  ['tt?h?', 't'],
  ['v', 'v'],
  ['w', 'w'],
  ['x', 'ks'],
  ['zz?', 'z'],
]

/** The approximate sounds of a word in a language without rules of its own here. */
export const plainSounds = soundSpeller(rules, (word) => plainLetters(word, ''))
