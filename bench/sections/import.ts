import path from 'node:path'
import { chromium } from 'playwright'
import { chromiumPath } from '../../scripts/find-browser.mjs'
import { startHost } from '../../e2e/support/host.ts'
import { sparseWav } from '../../e2e/support/sparse-wav.ts'
import { ProcessTreeMeter } from '../measure/process-tree.ts'
import { inWorkFolder } from '../measure/work-folder.ts'
import { megabytes, met, seconds, table } from '../report/table.ts'
import { type BenchContext, NothingToMeasure } from './section.ts'

const SMALL_BYTES = 100_000_000
const LARGE_BYTES = 4_000_000_000
/** Additional memory in use, whatever the file: our own aim. */
const MORE_MEMORY_BYTES = 100_000_000

/** A file imported through the browser's page: streamed in parts into the library, hashed on the way. */
export async function measureImport({ say }: BenchContext): Promise<string> {
  const executablePath = chromiumPath()
  if (executablePath === undefined)
    throw new NothingToMeasure('no Chromium is on this system (PAROLO_CHROMIUM)')
  return inWorkFolder(async (folder) => {
    const rows: { bytes: number; tookMs: number; peakBytes: number | null }[] = []
    for (const bytes of [SMALL_BYTES, LARGE_BYTES]) {
      say(`a file of ${megabytes(bytes)}`)
      const file = path.join(folder, `silence-${bytes}.wav`)
      await sparseWav(file, bytes)
      rows.push({ bytes, ...(await importOne(executablePath, path.join(folder, `data-${bytes}`), file)) })
    }
    const [small, large] = rows
    const more = (large?.peakBytes ?? 0) - (small?.peakBytes ?? 0)
    return [
      'Silence as a WAV, sparse on the disk, chosen in the page in Chromium; until the recording stands in the list. Memory',
      'is of the local web host with its helpers, the browser apart.',
      '',
      table(
        ['file', 'took', 'a second', 'peak memory'],
        rows.map(({ bytes, tookMs, peakBytes }) => [
          megabytes(bytes),
          seconds(tookMs / 1_000),
          megabytes((bytes / tookMs) * 1_000),
          megabytes(peakBytes),
        ]),
      ),
      '',
      `The large file takes ${megabytes(more)} more memory than the small one, aim at most ${megabytes(MORE_MEMORY_BYTES)}: ${met(more <= MORE_MEMORY_BYTES)}.`,
    ].join('\n')
  })
}

async function importOne(
  executablePath: string,
  dataFolder: string,
  file: string,
): Promise<{ tookMs: number; peakBytes: number | null }> {
  const host = await startHost({ dataFolder })
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
    await page.goto(host.address)
    const choosing = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file…' }).click()
    const chooser = await choosing
    const meter = new ProcessTreeMeter(host.pid)
    const startedAt = performance.now()
    await chooser.setFiles(file)
    // The dialog before the job appears once the whole file has arrived.
    await page.getByRole('dialog', { name: 'Before it starts' }).waitFor({ timeout: 600_000 })
    const tookMs = performance.now() - startedAt
    return { tookMs, peakBytes: meter.stop().peakBytes }
  } finally {
    await browser.close()
    await host.stop()
  }
}
