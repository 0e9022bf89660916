import { formats } from '#core/formats/formats'
import { paragraphText, type Transcript } from '#core/transcript/transcript'
import { parolo } from './libraries.ts'

/** What the library holds of a recording, read by a program of its own beside the open page. */
export async function storedTranscript(dataFolder: string, title: string): Promise<Transcript> {
  const json = await parolo(dataFolder, ['export', title, '--format', 'json', '--stdout'])
  const read = formats.json.read?.(json)
  if (read === undefined) throw new Error('JSON can be read')
  if (read.corrections.length > 0) throw new Error(JSON.stringify(read.corrections))
  return read.document.transcript
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
