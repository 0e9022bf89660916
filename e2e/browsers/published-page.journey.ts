import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { exportAs } from '../support/exported-files.ts'
import { openText } from '../support/studio-page.ts'
import { expect, test } from '../support/test.ts'
import { firefox } from './firefox.ts'
import { nullSinkMissing, startNullSink } from './null-sink.ts'
import { clickNamed, waitFor } from './other-browser.ts'
import { webkit } from './webkit.ts'

test.use({ library: 'sample' })

for (const kind of [firefox, webkit]) {
  const missing = kind.missing ?? nullSinkMissing
  const leftOut = missing === null ? '' : ` (left out: ${missing})`
  test(`a published page plays the sound beside it from a folder in ${kind.name}${leftOut}`, async ({
    visit,
    folder,
  }) => {
    test.skip(missing !== null, missing ?? '')
    const studio = await visit()
    await openText(studio, 'conversation-en')
    const html = (await exportAs(studio, 'Web page (HTML)')).bytes.toString('utf8')
    const embedded = /src="data:audio\/webm;base64,([^"]*)"><\/audio>/u
    const base64 = embedded.exec(html)?.[1] ?? ''
    const page = path.join(folder, 'page.html')
    await writeFile(page, html.replace(embedded, '><source src="%23%3A%20talk.webm"></audio>'))
    await writeFile(path.join(folder, '#: talk.webm'), Buffer.from(base64, 'base64'))

    const sink = await startNullSink()
    try {
      const browser = await kind.start(sink.environment)
      try {
        await browser.open(pathToFileURL(page).href)
        const seconds = await waitFor(
          browser,
          'the length of the sound',
          () => Math.round(document.querySelector('audio')?.duration ?? 0) || null,
          null,
        )
        expect(seconds).toBe(47)
        const last = await browser.evaluate(() => {
          const paragraph = [...document.querySelectorAll<HTMLElement>('main p')].at(-1)
          paragraph?.scrollIntoView({ behavior: 'instant', block: 'center' })
          return {
            label: paragraph?.querySelector('button')?.textContent ?? '',
            start: Number(paragraph?.getAttribute('data-start')),
          }
        }, null)
        expect(last.start).toBeGreaterThan(30)
        await clickNamed(browser, 'main p button', last.label)
        await waitFor(
          browser,
          'the sound of the last paragraph',
          (from: number) => (document.querySelector('audio')?.currentTime ?? 0) > from,
          last.start,
        )
      } finally {
        await browser.close()
      }
    } finally {
      await sink.stop()
    }
  })
}
