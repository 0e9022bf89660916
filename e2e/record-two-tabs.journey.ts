import type { Page } from '@playwright/test'
import { browserWithMicrophone } from './support/fake-microphone.ts'
import { expect, test } from './support/test.ts'

/** After this many checks, a second apart, a page knows whether a recording grows. */
const LOOKS = 6

test('a paused recording is left to the page that records it; once that is closed, any other offers to continue', async ({
  host,
  folder,
}) => {
  const browser = await browserWithMicrophone(folder, 'two-voices-8s-en.opus')
  const context = await browser.newContext({ locale: 'en-GB' })
  const recording = await context.newPage()
  const [one, other] = [await context.newPage(), await context.newPage()]
  const failures: string[] = []
  for (const page of [recording, one, other])
    page.on('pageerror', (error) => failures.push(error.stack ?? error.message))
  for (const page of [one, other]) await page.clock.install()
  for (const page of [recording, one, other]) await page.goto(host.address)

  await recording.bringToFront()
  await expect(recording.getByRole('link', { name: 'Record', exact: true })).toBeVisible()
  await recording.keyboard.press('Alt+r')
  const meter = recording.getByRole('meter', { name: 'Microphone' })
  await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(-50)
  await recording.getByRole('button', { name: 'Record', exact: true }).press('Enter')
  await expect(recording.getByText('Safe on disk')).toBeVisible()
  // The other tab says so, and calls the one that records from wherever it is.
  await look(one)
  await expect(one.getByText(/ is being recorded in another tab or window\./u)).toBeVisible()
  await recording.getByRole('link', { name: 'Recordings', exact: true }).press('Enter')
  await expect(recording).toHaveURL(/#\/$/u)
  await expect(recording.getByText('is being recorded in another tab')).toBeHidden()
  await one.getByRole('button', { name: 'Go to the recording' }).press('Enter')
  await expect(recording).toHaveURL(/#\/record$/u)

  await recording.getByRole('button', { name: 'Pause' }).press('Enter')
  await expect(recording.getByRole('button', { name: 'Resume' })).toBeVisible()

  const question = (page: Page) => page.getByRole('alertdialog', { name: 'Continue recording?' })
  await look(one)
  await expect(question(one)).toBeHidden()
  await recording.getByRole('button', { name: 'Resume' }).press('Enter')
  await look(one)
  await expect(question(one)).toBeHidden()
  await recording.getByRole('button', { name: 'Pause' }).press('Enter')
  await expect(recording.getByRole('button', { name: 'Resume' })).toBeVisible()

  recording.on('dialog', (dialog) => void dialog.accept())
  await recording.close({ runBeforeUnload: true })
  for (const page of [one, other]) {
    await expect
      .poll(async () => {
        await page.clock.runFor(1_000)
        return question(page).isVisible()
      })
      .toBe(true)
  }
  await one.bringToFront()
  await question(one).getByRole('button', { name: 'Continue recording' }).press('Enter')
  await expect(one.getByRole('button', { name: 'Pause' })).toBeVisible()
  // The other page no longer asks: the recording has a page again.
  await expect
    .poll(async () => {
      for (const page of [one, other]) await page.clock.runFor(1_000)
      return question(other).isVisible()
    })
    .toBe(false)
  await one.getByRole('button', { name: 'Stop', exact: true }).press('Enter')
  await expect
    .poll(async () => {
      await one.clock.runFor(1_000)
      return one.url()
    })
    .toMatch(/#\/recording\//u)
  expect(failures).toEqual([])
  await browser.close()
})

/** The page's clock is advanced as needed; its calls take real time. */
async function look(page: Page): Promise<void> {
  for (let looked = 0; looked < LOOKS; looked += 1) {
    const answered = page.waitForResponse(() => true, { timeout: 200 }).catch(() => null)
    await page.clock.runFor(1_000)
    await answered
  }
}
