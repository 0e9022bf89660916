import path from 'node:path'
import type { Transcript } from '#core/transcript/transcript'
import { paragraphText } from '#core/transcript/transcript'
import { connect } from '#studio/library/database/connection'
import { LIBRARY_FILE } from '#studio/library/database/library-file'
import { Store } from '#studio/library/database/store'
import { unpackTranscript } from '#studio/library/stored-transcript'
import { createRecordingCalls } from '#studio/library/tables/recordings/recordings'
import { factsOfAll } from '#studio/library/tables/transcripts/transcript-facts'
import { readTranscript } from '#studio/library/tables/transcripts/transcript-rows'

/** A recording's transcript in the library, read while the program has it open. */
export async function storedTranscript(dataFolder: string, title: string): Promise<Transcript> {
  const store = new Store(dataFolder, connect(path.join(dataFolder, LIBRARY_FILE)), null)
  try {
    return store.read(() => {
      const { id } = createRecordingCalls(store).recording(title)
      const current = factsOfAll(store, id).find((facts) => facts.current && facts.state === 'done')
      if (current === undefined) throw new Error(`${title} has no finished transcript`)
      return unpackTranscript(readTranscript(store, current.id))
    })
  } finally {
    store.close()
  }
}

/** The texts of its paragraphs. */
export function textsOf({ paragraphs }: Pick<Transcript, 'paragraphs'>): string[] {
  return paragraphs.map(paragraphText)
}

/** Its audible and readable content: everything but the identity of the program that wrote it. */
export function contentOf({
  paragraphs,
  speakers,
  turns,
  marks,
}: Transcript): Pick<Transcript, 'paragraphs' | 'speakers' | 'turns' | 'marks'> {
  return { paragraphs, speakers, turns, marks }
}
