import os from 'node:os'

/** Texts that may name a person or a place of this computer. */
export interface Names {
  readonly folders: readonly string[]
  readonly words: readonly string[]
}

const SHORTEST_WORD = 3
/** Names in a path may have spaces, so it ends with a quotation mark or the line. */
const REST = `[^'"“”«»\\n]*`

export function namesOfThisComputer(): Names {
  const { username, homedir } = os.userInfo()
  return { folders: [os.tmpdir(), homedir, os.homedir()], words: [username, os.hostname()] }
}

/** The text without paths in folders of people, their names and the computer's. */
export function withoutNames(text: string, { folders, words }: Names): string {
  let kept = text
  for (const folder of folders.filter((each) => each.length > 1).toSorted((a, b) => b.length - a.length))
    kept = kept.replaceAll(new RegExp(`${literal(folder)}(?:[/\\\\]${REST})?`, 'giu'), '…')
  for (const word of words.filter(({ length }) => length >= SHORTEST_WORD))
    kept = kept.replaceAll(new RegExp(`(?<![\\p{L}\\p{N}])${literal(word)}(?![\\p{L}\\p{N}])`, 'giu'), '…')
  return kept
}

/** As a pattern that fits this text alone. */
const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)
