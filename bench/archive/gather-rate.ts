import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { manifestHeader, manifestLine, type ManifestRow, noFacts } from '#core/archive/manifest'
import { places, resultFolder, resultName } from '#core/archive/places'
import { json } from '#core/formats/json/json'
import { syntheticDocument } from '../library/fill-library.ts'
import { runCommand } from '../measure/run-command.ts'

const KEY = '0'.repeat(32)

/** Writes an archive of finished recordings with the given number of words each. */
export async function writeDoneArchive(dir: string, count: number, words: number): Promise<void> {
  const rows: ManifestRow[] = []
  for (let number = 0; number < count; number += 1) {
    const document = syntheticDocument(number, words)
    const { sha256, durationMs, fileName } = document.recording
    const folder = path.join(dir, resultFolder(KEY, sha256))
    await mkdir(folder, { recursive: true })
    const written = json.write?.(document, { speakerLabel: String })
    await writeFile(path.join(folder, resultName(sha256)), written?.text ?? '')
    const file = `/archive/${number % 100}/${fileName}`
    rows.push({
      ...noFacts,
      sha256,
      durationMs,
      bytes: 1,
      mtimeMs: 1,
      path: file,
      key: KEY,
      collection: 'News',
    })
  }
  await writeFile(path.join(dir, places.manifest), manifestHeader + rows.map(manifestLine).join(''))
}

export interface GatherRate {
  /** Results per minute, including the start of the program. */
  readonly perMinute: number
  /** Seconds for the same command again, when nothing is new. */
  readonly again: number
}

export async function measureGather(folder: string, count: number, words: number): Promise<GatherRate> {
  const [dir, data] = [path.join(folder, 'done archive'), path.join(folder, 'gathered')]
  await writeDoneArchive(dir, count, words)
  const gather = () => runCommand(['archive', 'gather', dir, '--data', data])
  const { seconds } = await gather()
  const again = await gather()
  return { perMinute: (count / seconds) * 60, again: again.seconds }
}
