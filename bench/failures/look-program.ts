// Opens a library as a command does, which finishes pending work, and prints the tokens that it shows.
// Argument: its folder.
import { wholeDocument } from '#studio/export/transcript-document'
import { presentFolder } from '#studio/library/moved-library'
import { openAndReport } from '../../cli/library/open-and-report.ts'
import { Terminal } from '../../cli/terminal/terminal.ts'
import type { Look } from './look.ts'

const folder = presentFolder(process.argv[2] ?? '')
const studio = await openAndReport(folder, new Terminal('en', 'none'))
const { library } = studio
const tokens: string[] = []
for (const { id, title } of await library.recordings()) {
  if (title.startsWith('qz')) tokens.push(title)
  for (const transcript of await library.transcriptsOf(id)) {
    const { transcript: text } = await wholeDocument(library, transcript.id)
    for (const { words } of text.paragraphs)
      tokens.push(...words.map((word) => word.text).filter((word) => word.startsWith('qz')))
  }
}
const look: Look = {
  folder,
  salvaged: library.openingReport !== null,
  recordings: (await library.recordings()).length,
  tokens: [...new Set(tokens)],
}
await studio.close()
process.stdout.write(`${JSON.stringify(look)}\n`)
