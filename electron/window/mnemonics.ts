import type { MenuItemConstructorOptions } from 'electron'

/**
 * Labels with a letter to press in the open menu (Alt and the letter in the menu bar): the first of a word if possible,
 * each once in its menu. For Windows and Linux; macOS has none.
 */
export function withMnemonics(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  const letters = chooseLetters(items.map(({ label }) => label ?? ''))
  return items.map((item, index) => {
    const { label, submenu } = item
    const at = letters[index] ?? null
    return {
      ...item,
      ...(label === undefined ? {} : { label: marked(label, at) }),
      ...(Array.isArray(submenu) ? { submenu: withMnemonics(submenu) } : {}),
    }
  })
}

/** Position of the letter in each label; null if none is free. First letters of words go before all others. */
function chooseLetters(labels: readonly string[]): (number | null)[] {
  const taken = new Set<string>()
  const chosen = labels.map((): number | null => null)
  for (const pattern of [/(?<![\p{L}\p{N}])[a-z]/giu, /[a-z]/giu]) {
    for (const [index, label] of labels.entries()) {
      if (chosen[index] !== null) continue
      const free = [...label.matchAll(pattern)].find(([letter]) => !taken.has(letter.toLowerCase()))
      if (free === undefined) continue
      chosen[index] = free.index
      taken.add(free[0].toLowerCase())
    }
  }
  return chosen
}

/** An ampersand marks the letter after it; two stand for one of the text. */
function marked(label: string, at: number | null): string {
  const plain = (text: string): string => text.replaceAll('&', '&&')
  return at === null ? plain(label) : `${plain(label.slice(0, at))}&${plain(label.slice(at))}`
}
