/**
 * Writes parts of a film and its captions in a folder, reports that, and runs until killed. Argument: the
 * folder.
 */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { withPartFiles } from '../part-files.ts'

const folder = process.argv[2] ?? ''
const files = { film: path.join(folder, 'talk.mp4'), captions: path.join(folder, 'talk.vtt') }
await withPartFiles(files, async (parts) => {
  for (const part of Object.values(parts)) await writeFile(part, 'half')
  process.stdout.write('written\n')
  await new Promise((resolve) => process.stdin.once('end', resolve).resume())
})
