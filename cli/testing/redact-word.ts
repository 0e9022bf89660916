import type { Mark } from '#core/transcript/marks/mark'
import { transcriptWords } from '#core/transcript/transcript'
import type { Library } from '#studio/library/library'

/** Redacts the first word with that text in a transcript that nobody has edited. */
export async function redactWord(library: Library, transcriptId: string, text: string): Promise<void> {
  const words = transcriptWords(await library.transcript(transcriptId))
  const id = words.find((word) => word.text === text)?.id ?? ''
  const mark: Mark = { id: 'r', kind: 'redaction', value: null, fromWordId: id, toWordId: id }
  await library.applyEdits(transcriptId, [{ kind: 'set-mark', id: 'e', mark }], { baseNumber: 0 })
}
