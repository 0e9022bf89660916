import type { Page } from '@playwright/test'
import { formats } from '#core/formats/formats'
import { exportAs, showFormat } from './support/exported-files.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'
import { typeInField } from './support/type-in-field.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test(
  'the exported captions are those on the screen, with names or without',
  { tag: '@main' },
  async ({ visit }) => {
    const page = await visit()
    const studio = await openText(page, recording)

    // One of the two speakers gets a name.
    await studio.toLine(studio.lines.nth(0))
    await page.keyboard.press('Control+i')
    const choice = page.getByRole('dialog', { name: 'Who is speaking?' })
    await choice.getByRole('button', { name: 'Rename' }).click()
    await typeInField(page, 'Nora')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: /^Speaker: Nora/u }).first()).toBeVisible()

    // No names unless chosen: the file has exactly the captions of the page.
    await page.keyboard.press('Control+2')
    const shown = await captionsOn(page)
    expect(shown.count).toBeGreaterThan(10)
    const plain = await exportAs(page, 'SubRip (SRT)')
    expect(cuesIn(plain.bytes)).toEqual(shown.texts)
    expect(plain.bytes.toString('utf8')).not.toMatch(/Nora:|Speaker \d/u)

    // Names chosen for the export are shown on the page too; the dialog counts the same problems.
    await page.keyboard.press('Control+e')
    const dialog = page.getByRole('dialog', { name: /^Export/u })
    await showFormat(dialog, 'SubRip (SRT)')
    await dialog.getByRole('button', { name: /Names in the text/u }).click()
    await page.getByRole('option', { name: 'Names in every caption' }).click()
    await expect(dialog.getByLabel('Preview')).toContainText('Nora:')
    const reported = await dialog.getByRole('status').filter({ hasText: 'captions' }).innerText()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: /^Nora: /u }).first()).toBeVisible()
    const named = await captionsOn(page)
    expect(reported).toBe(`${named.count} captions, ${named.problems}`)
    const file = await exportAs(page, 'SubRip (SRT)')
    expect(cuesIn(file.bytes)).toEqual(named.texts)

    // WebVTT has them in the text as well, and a voice per caption, also for an unnamed speaker.
    const vtt = (await exportAs(page, 'WebVTT')).bytes.toString('utf8')
    expect(vtt).toContain('<v Nora>Nora: ')
    expect(vtt).toContain('<v Speaker 2>')
    const cues = vtt.trimEnd().split('\n\n').slice(1)
    expect(cues.filter((cue) => !cue.includes('\n- '))).toEqual(
      cues.filter((cue) => cue.match(/<v /gu)?.length === 1),
    )
  },
)

interface Captions {
  readonly count: number
  readonly problems: string
  readonly texts: string[]
}

/** All captions of the page, read from the first to the last with the arrow keys. */
async function captionsOn(page: Page): Promise<Captions> {
  const region = page.getByRole('region', { name: 'Captions' })
  const counted = region.getByText(/^\d+ captions$/u)
  await expect(counted).toBeVisible()
  const count = Number.parseInt(await counted.innerText(), 10)
  const broken = Number(/^\d+/u.exec(await region.getByRole('status').innerText())?.[0] ?? 0)
  const problems = broken === 0 ? 'no problems' : `${broken} problem${broken === 1 ? '' : 's'}`
  const texts: string[] = []
  await region.locator('[data-cue]').first().focus()
  await page.keyboard.press('Home')
  for (let index = 0; index < count; index += 1) {
    const cue = region.locator(`[data-cue="${index}"]`)
    await expect(cue).toBeFocused()
    texts.push((await cue.locator(':scope > span').allTextContents()).join('\n'))
    await page.keyboard.press('ArrowDown')
  }
  return { count, problems, texts }
}

function cuesIn(bytes: Buffer): string[] {
  const text = bytes.toString('utf8')
  const corrections = formats.srt.read?.(text).corrections ?? []
  // Names in the text are read as speakers, and reported.
  expect(corrections.filter(({ code }) => code !== 'names-in-text')).toEqual([])
  return text
    .trimEnd()
    .split('\n\n')
    .map((block) => block.split('\n').slice(2).join('\n'))
}
