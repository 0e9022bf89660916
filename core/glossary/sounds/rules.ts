/** A pattern at a position in a word, and its sounds (one character each). */
export type SoundRule = readonly [pattern: string, sounds: string]

/**
 * A function that spells a word by sounds: at each position the first matching rule applies, and letters
 * without a rule are silent. Words are lower case, with the accents that the rules use.
 */
export function soundSpeller(
  rules: readonly SoundRule[],
  prepare: (word: string) => string,
): (word: string) => string {
  // One expression with a group per rule is much faster than trying each rule at each position.
  const pattern = new RegExp(rules.map(([rule]) => `(${rule})`).join('|'), 'uy')
  return (word) => {
    const text = prepare(word.toLowerCase().normalize('NFC'))
    let sounds = ''
    for (let at = 0; at < text.length;) {
      pattern.lastIndex = at
      const match = pattern.exec(text)
      const rule =
        match === null ? -1 : match.findIndex((group, index) => index > 0 && group !== undefined) - 1
      sounds += rules[rule]?.[1] ?? ''
      at += Math.max(1, match?.[0].length ?? 1)
    }
    return withoutRepeats(sounds)
  }
}

function withoutRepeats(sounds: string): string {
  return sounds.replaceAll(/(.)\1+/gu, '$1')
}

/** Letters with only the accents that are in `kept`. */
export function plainLetters(word: string, kept: string): string {
  return word
    .replaceAll('ß', 'ss')
    .replaceAll(/[øǿ]/gu, 'o')
    .replaceAll('ł', 'l')
    .replaceAll('æ', 'e')
    .replaceAll(/./gu, (letter) =>
      kept.includes(letter) ? letter : letter.normalize('NFD').replaceAll(/\p{M}/gu, ''),
    )
    .replaceAll(/[^a-zà-ÿœ]/gu, '')
}
