import { transcriptWords } from '#core/transcript/transcript'
import type { Library } from '../../library/library.ts'

/** As another window does it. */
export async function redactLastWord(library: Library, transcriptId: string): Promise<void> {
  const word = transcriptWords(await library.transcript(transcriptId)).at(-1)?.id ?? ''
  const mark = { id: 'm1', kind: 'redaction', fromWordId: word, toWordId: word, value: null } as const
  const edit = { kind: 'set-mark', id: 'e1', mark } as const
  await library.applyEdits(transcriptId, [edit], { baseNumber: 0, stepId: 's1' })
}
