import type { AgainScope } from '#core/second-opinion/again-scope'
import type { Transcript } from '#core/transcript/transcript'
import type { EditorStore } from '../editor-store.ts'

/**
 * Asks what to recognize again, with its model and language; initially the selection or the text at the
 * caret.
 */
export function askAgainAtCaret(
  store: EditorStore,
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  wanted?: AgainScope['kind'],
): void {
  const { range, touchedWordId, wordId, paragraphId } = store.getState().selection
  const at = touchedWordId ?? wordId
  const words = range ?? (at === null ? null : { fromWordId: at, toWordId: at })
  const paragraph = paragraphs.find(({ id }) => id === paragraphId)
  const scopes: AgainScope[] = []
  if (words !== null) scopes.push({ kind: 'words', ...words })
  if (paragraph !== undefined) scopes.push({ kind: 'paragraph', paragraphId: paragraph.id })
  if (typeof paragraph?.speakerId === 'string')
    scopes.push({ kind: 'speaker', speakerId: paragraph.speakerId })
  scopes.push({ kind: 'all' })
  const first = wanted ?? (range === null ? 'paragraph' : 'words')
  store.setState({
    againPrompt: { scopes, first: scopes.some(({ kind }) => kind === first) ? first : 'all' },
  })
}

/** Asks it for a speaker, and with `paragraphId` initially for that paragraph. */
export function askAgainOf(store: EditorStore, speakerId: string, paragraphId: string | null): void {
  const scopes: AgainScope[] = [{ kind: 'speaker', speakerId }, { kind: 'all' }]
  if (paragraphId !== null) scopes.unshift({ kind: 'paragraph', paragraphId })
  store.setState({ speakerPrompt: null, againPrompt: { scopes, first: scopes[0]?.kind ?? 'all' } })
}
