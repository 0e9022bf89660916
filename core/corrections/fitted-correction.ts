import type { ProposedCorrection } from './proposed-corrections.ts'

/** Far more than a correction or a comment has. */
const MOST_CHARACTERS = 20_000
const MOST_OF_NAME = 300

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most)}…`.toWellFormed() : text

/** The correction, or a report of it if its text is longer than any that a person would write. */
export function fittedCorrection(item: ProposedCorrection): ProposedCorrection {
  const { id, atMs } = item
  const by = item.by === undefined ? undefined : cut(item.by, MOST_OF_NAME)
  const author = { ...(by === undefined ? {} : { by }), ...(atMs === undefined ? {} : { atMs }) }
  switch (item.kind) {
    case 'words':
    case 'wording': {
      if (item.text.length <= MOST_CHARACTERS) return { ...item, ...author }
      const nearWordId = item.kind === 'words' ? (item.expected[0]?.id ?? item.wordAfterId) : null
      return {
        kind: 'told',
        id,
        about: 'unspoken',
        text: cut(item.text, MOST_CHARACTERS),
        nearWordId,
        ...author,
      }
    }
    case 'comment':
    case 'told':
      return { ...item, ...author, text: cut(item.text, MOST_CHARACTERS) }
    case 'speaker-name':
      return { ...item, ...author, name: cut(item.name, MOST_OF_NAME) }
    case 'right':
      return { ...item, ...author }
  }
}
