import { expectAccessible } from './support/accessible.ts'
import { downloadedBy, showFormat, tickFormat, zipEntries } from './support/exported-files.ts'
import { picture } from './support/picture.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

test('captions and edit lists of the cut are exported together, of the whole recording by one switch', async ({
  visit,
}) => {
  const page = await visit()
  const studio = await openText(page, 'conversation-en')
  await page.keyboard.press('Alt+k')
  await studio.toLine(studio.lines.nth(1))
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('region', { name: 'Cut of the sound' })).toContainText('1 cut')

  await page.keyboard.press('Control+2')
  const texts = page.getByRole('list', { name: 'Captions' })
  await expect(texts).toContainText("It's a")
  const ofCut = page.getByRole('button', { name: 'Captions of the cut' })
  await ofCut.press('Enter')
  await expect(page.getByText(/^For reading: captions are changed/u)).toBeVisible()
  await expect(ofCut).toBeFocused()
  await expect(ofCut).toHaveAttribute('aria-pressed', 'true')
  await expect(texts).toContainText('Lovely story')
  await expect(texts).not.toContainText("It's a")
  await texts.getByRole('button', { name: /Lovely story/u }).press('Enter')
  await expect(texts.getByRole('button', { name: /Lovely story/u })).toHaveAttribute('aria-current', 'true')
  await expect(page.locator('[data-clock]')).toContainText('before')
  await expectAccessible(page)
  await picture(page, 'v-cut-captions')
  await page.keyboard.press('Control+1')

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: /^Export/u })
  await expect(dialog.getByRole('radio', { name: 'The cut' })).toBeChecked()
  await showFormat(dialog, 'WebVTT')
  const preview = dialog.getByRole('region', { name: 'Preview' })
  await expect(preview).toContainText('the cut: ')
  await dialog.getByText('The whole recording').click()
  await expect(preview).not.toContainText('the cut: ')
  await dialog.getByText('The cut', { exact: true }).click()
  await expect(preview).toContainText('the cut: ')
  await tickFormat(dialog, 'OpenTimelineIO')
  await showFormat(dialog, 'EDL (CMX 3600)')
  await tickFormat(dialog, 'EDL (CMX 3600)')
  await expect(dialog.getByRole('region', { name: 'The list' })).toContainText('FROM CLIP NAME')
  await expectAccessible(page)
  await picture(page, 'v-cut-export')

  const save = dialog.getByRole('button', { name: 'Save 3 files' })
  await expect(save).toBeEnabled()
  const entries = zipEntries((await downloadedBy(page, () => save.click())).bytes)
  expect([...entries.keys()].toSorted()).toEqual([
    'conversation-en.cut.edl',
    'conversation-en.cut.otio',
    'conversation-en.vtt',
  ])
  expect(entries.get('conversation-en.vtt')?.toString()).toContain('the cut: ')
  const events = entries
    .get('conversation-en.cut.edl')
    ?.toString()
    .match(/^\d{3} {2}AX/gmu)
  expect(events).toHaveLength(2)
})
