/** The symbol for music, written before and after what is sung. */
const MUSIC = '♪'

/**
 * The description of a sound in captions: in square brackets (Netflix), in capitals with `bbc` (its
 * guidelines, 17); music and lyrics between notes. Empty for blank text.
 */
export function soundText(typed: string, presetId: string): string {
  const bare = typed
    .trim()
    .replace(/^[[(]+|[\])]+$/gu, '')
    .trim()
  if (bare === '') return ''
  if (bare.startsWith(MUSIC)) {
    const words = bare.replaceAll(MUSIC, '').trim()
    return words === '' ? MUSIC : `${MUSIC} ${words} ${MUSIC}`
  }
  if (presetId === 'bbc') return bare.toLocaleUpperCase('en')
  return `[${bare}]`
}
