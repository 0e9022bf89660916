import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './support/accessible.ts'
import { browserWithMicrophone } from './support/fake-microphone.ts'
import { picture } from './support/picture.ts'
import { studioPage } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

/** Long enough for both voices of the sample. */
const RECORDED_S = 10

test(
  'a meeting is recorded by keyboard alone: record, moment, stop, transcript, speaking time',
  { tag: '@main' },
  async ({ host, folder }) => {
    const browser = await browserWithMicrophone(folder, 'two-voices-8s-en.opus')
    const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
    const failures: string[] = []
    page.on('pageerror', (error) => failures.push(error.stack ?? error.message))
    await page.goto(host.address)

    await expect(page.getByRole('link', { name: 'Record', exact: true })).toBeVisible()
    await page.keyboard.press('Alt+r')
    const record = page.getByRole('button', { name: 'Record', exact: true })
    await expect(record).toBeFocused()
    const meter = page.getByRole('meter', { name: 'Microphone' })
    await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(-50)
    const consent = page.getByRole('checkbox', { name: /Everyone here knows/u })
    await expect(consent).not.toBeChecked()
    await expectAccessible(page)
    await picture(page, 'n-record')
    await page.keyboard.press('Enter')

    await expect(page.getByText('Safe on disk')).toBeVisible()
    await page.keyboard.press('Control+m')
    await expect(page.getByRole('textbox', { name: 'Text' })).toBeFocused()
    await expectAccessible(page)
    await picture(page, 'n-recording')
    await page.keyboard.type('Spring fair')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listitem').filter({ hasText: 'Spring fair' })).toBeVisible()

    // One that is still being typed is open again after the page was reloaded.
    await page.keyboard.press('Control+m')
    await page.keyboard.type('Raffle')
    // It continues while another screen is open.
    await page.keyboard.press('Control+,')
    const bar = page.getByRole('region', { name: 'Recording in progress' })
    await expect(bar).toBeVisible()
    // A reloaded page asks, and continues the same recording.
    page.on('dialog', (dialog) => void dialog.accept())
    await page.reload()
    const question = page.getByRole('alertdialog', { name: 'Continue recording?' })
    await expect(question.getByRole('button', { name: 'Continue recording' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('listitem').filter({ hasText: 'Spring fair' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue('Raffle')
    await page.getByRole('textbox', { name: 'Text' }).press('Enter')
    await expect(page.getByRole('listitem').filter({ hasText: 'Raffle' })).toBeVisible()
    const startedAgain = await seconds(page)
    await expect.poll(() => seconds(page)).toBeGreaterThanOrEqual(startedAgain + RECORDED_S)
    // The text is there before Stop, with the speaking times.
    await expect(page.getByRole('log')).toContainText(/\w+ \w+/u)
    await expect(page.getByText(/in \d+ turns?$/u).first()).toBeVisible()
    const mark = page.getByRole('button', { name: /^Moment/u })
    await expect(mark).toBeFocused()
    // A line is corrected, and the speaker is named.
    const line = page.locator('[data-live-line][tabindex="0"]')
    await goTo(page, 'Shift+Tab', line)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: /^Text at/u })).toBeFocused()
    await page.keyboard.type(' Wonderland')
    await picture(page, 'n-correcting')
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await expect(line).toContainText('Wonderland')
    await expect(line).toBeFocused()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: /^Who speaks/u })).toBeFocused()
    await page.keyboard.type('Anna')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('log').getByRole('button', { name: 'Anna' }).first()).toBeVisible()
    await expectAccessible(page)
    await goTo(page, 'Tab', mark)
    await page.keyboard.press('Shift+Tab')
    await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')

    // Its transcript is started immediately.
    const studio = studioPage(page, /^Transcript/u)
    await expect(page).toHaveURL(/#\/recording\//u)
    // The first paragraph may be a single word, depending on where in the speech the recording began.
    await expect(studio.lines.filter({ hasText: /\w+ \w+/u }).first()).toBeVisible({ timeout: 150_000 })
    await expect(page.getByRole('main').getByRole('button', { name: 'Stop' })).toBeHidden({
      timeout: 150_000,
    })
    // A busy machine recognizes other words at the end: a correction without a place is then shown instead.
    const placed = studio.lines.filter({ hasText: 'Wonderland' })
    const unplaced = page.getByRole('status').filter({ hasText: 'not placed' })
    await expect(placed.or(unplaced)).toHaveCount(1)
    if (await unplaced.isVisible()) {
      await unplaced.getByRole('button', { name: 'Show…' }).click()
      await expect(page.getByRole('dialog')).toContainText('Wonderland')
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('Control+3')
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    expect(failures).toEqual([])
    await browser.close()
  },
)

/** With keys only. */
async function goTo(page: Page, key: 'Tab' | 'Shift+Tab', wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press(key)
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  await expect(wanted).toBeFocused()
}

async function seconds(page: Page): Promise<number> {
  const [minutes = 0, rest = 0] = (await page.getByRole('timer').innerText()).split(':').map(Number)
  return minutes * 60 + rest
}
