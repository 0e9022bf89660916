import path from 'node:path'
import type { Transcript } from '#core/transcript/transcript'
import { paragraphText } from '#core/transcript/transcript'
import { connect } from '#studio/library/database/connection'
import { LIBRARY_FILE } from '#studio/library/database/library-file'
import { Store } from '#studio/library/database/store'
import { unpackTranscript } from '#studio/library/stored-transcript'
import { createRecordingCalls } from '#studio/library/tables/recordings'
import { factsOfAll } from '#studio/library/tables/transcript-facts'
import { readTranscript } from '#studio/library/tables/transcript-rows'

/** What the library holds of a recording, read beside the program that has it open. */
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

/** What its paragraphs say. */
export function textsOf({ paragraphs }: Pick<Transcript, 'paragraphs'>): string[] {
  return paragraphs.map(paragraphText)
}

/** What people can hear and read of it: all but the identity of the program that wrote it. */
export function contentOf({
  paragraphs,
  speakers,
  turns,
  marks,
}: Transcript): Pick<Transcript, 'paragraphs' | 'speakers' | 'turns' | 'marks'> {
  return { paragraphs, speakers, turns, marks }
}
