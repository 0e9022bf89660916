/** Writes a piece and a working file, reports that, and runs until killed. Argument: the folder of the pieces. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inResumedFolder } from '../resumed-folder.ts'
import { inWorkFolder } from '../work-folder.ts'

await inWorkFolder((work) =>
  inResumedFolder(process.argv[2] ?? '', 'film', async (folder) => {
    await writeFile(path.join(work, 'input-0'), '')
    await writeFile(path.join(folder, '00001.mp4'), 'piece')
    process.stdout.write('written\n')
    await new Promise((resolve) => process.stdin.once('end', resolve).resume())
  }),
)
