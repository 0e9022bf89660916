/**
 * Distance between two sounds, 0 to 1, where it is less than 1; set by judgment: sounds formed alike are
 * confused. Never less than the difference of their loss costs, so that losses bound a distance.
 */
const CONFUSIONS: readonly (readonly [sounds: string, others: string, cost: number])[] = [
  ['p', 'b', 0.35],
  ['t', 'd', 0.35],
  ['k', 'g', 0.35],
  ['f', 'v', 0.35],
  ['s', 'z', 0.25],
  ['S', 'Z', 0.35],
  ['C', 'S', 0.3],
  ['J', 'Z', 0.3],
  ['C', 'J', 0.35],
  ['J', 'gdj', 0.5],
  ['C', 'kt', 0.55],
  ['T', 'tfsdvz', 0.4],
  ['Ss', 'Ss', 0.45],
  ['Zz', 'Zz', 0.45],
  ['mn', 'mn', 0.4],
  ['l', 'r', 0.6],
  ['b', 'v', 0.5],
  ['w', 'v', 0.5],
  ['w', 'u7', 0.3],
  ['j', 'i', 0.3],
  ['@', 'aeiou', 0.45],
  ['8', '@', 0.15],
  ['8', 'eou7', 0.35],
  ['7', 'ui', 0.35],
  ['i', 'e', 0.4],
  ['e', 'a', 0.5],
  ['a', 'o', 0.5],
  ['o', 'u', 0.4],
  ['a', 'u', 0.55],
  ['eia', 'iuo', 0.65],
  ['12', '12', 0.35],
  ['23', '23', 0.35],
  ['13', '13', 0.5],
  ['1', 'ei', 0.5],
  ['2', 'ae', 0.45],
  ['3', 'ou', 0.45],
  ['123', 'mn', 0.6],
]

/** The cost of a missing or added sound, where it is less than 1. */
const LOSSES: readonly (readonly [sounds: string, cost: number])[] = [
  ['@', 0.25],
  ['h', 0.3],
  ['jw', 0.5],
  ['r', 0.8],
  ['8', 0.4],
  ['aeiou7', 0.7],
]

const VOWELS = 'aeiou78@123'
/** Cost of replacing a vowel by a consonant or the reverse: as much as omitting one and adding the other. */
const UNLIKE = 2

const codes = 128
const losses = new Float64Array(codes).fill(1)
for (const [sounds, cost] of LOSSES) for (const sound of sounds) losses[sound.charCodeAt(0)] = cost
const substitutions = substitutionCosts()

function substitutionCosts(): Float64Array {
  const costs = new Float64Array(codes * codes)
  for (let one = 0; one < codes; one += 1) {
    for (let other = 0; other < codes; other += 1) {
      const areAlike =
        VOWELS.includes(String.fromCharCode(one)) === VOWELS.includes(String.fromCharCode(other))
      costs[one * codes + other] = one === other ? 0 : areAlike ? 1 : UNLIKE
    }
  }
  for (const [sounds, others, cost] of CONFUSIONS) {
    for (const one of sounds) {
      for (const other of others) {
        if (one === other) continue
        const [a, b] = [one.charCodeAt(0), other.charCodeAt(0)]
        costs[a * codes + b] = Math.min(costs[a * codes + b] ?? 1, cost)
        costs[b * codes + a] = costs[a * codes + b] ?? cost
      }
    }
  }
  return costs
}

/** The cost if all sounds of a text are missing. */
export const lossOfAll = (sounds: string): number =>
  Array.from(sounds).reduce((sum, sound) => sum + lossOf(sound), 0)

/** The cost if a sound is missing. */
export const lossOf = (sound: string): number => losses[sound.charCodeAt(0)] ?? 1
export const isVowel = (sound: string): boolean => VOWELS.includes(sound)

let before = new Float64Array(64)
let row = new Float64Array(64)

/**
 * Distance between two spellings by sounds: 0 if equal, about 1 for each lost, added or quite different
 * sound. Infinity as soon as it is certain to exceed `most`.
 */
export function soundDistance(one: string, other: string, most = Infinity): number {
  if (one === other) return 0
  if (other.length + 1 > row.length) {
    before = new Float64Array(other.length * 2)
    row = new Float64Array(other.length * 2)
  }
  before[0] = 0
  for (let j = 1; j <= other.length; j += 1) {
    before[j] = (before[j - 1] as number) + (losses[other.charCodeAt(j - 1)] as number)
  }
  for (let i = 1; i <= one.length; i += 1) {
    const sound = one.charCodeAt(i - 1)
    const loss = losses[sound] as number
    let least = (row[0] = (before[0] as number) + loss)
    for (let j = 1; j <= other.length; j += 1) {
      const against = other.charCodeAt(j - 1)
      const cost = Math.min(
        (before[j - 1] as number) + (substitutions[sound * codes + against] as number),
        (before[j] as number) + loss,
        (row[j - 1] as number) + (losses[against] as number),
      )
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return Infinity
    ;[before, row] = [row, before]
  }
  const distance = before[other.length] as number
  return distance > most ? Infinity : distance
}
