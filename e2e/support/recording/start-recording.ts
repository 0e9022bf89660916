import type { BrowserContext, Page } from '@playwright/test'
import type { Host } from '../host.ts'

const START_MS = 150_000

/**
 * Opens a page that records its microphone without processing and without text; resolves once sound is on
 * disk.
 */
export async function startRecording(context: BrowserContext, host: Host, title: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${host.address}#/record`)
  await page.getByRole('textbox', { name: 'Name' }).fill(title)
  await page.getByText('Podcast', { exact: true }).click()
  for (const name of ['Transcribe after Stop', 'Text while recording']) {
    const box = page.getByRole('switch', { name })
    if (await box.isChecked()) await box.press('Space')
  }
  const meter = page.getByRole('meter', { name: 'Microphone' })
  while (Number(await meter.getAttribute('aria-valuenow')) <= -50) await page.waitForTimeout(100)
  await page.getByRole('button', { name: 'Record', exact: true }).press('Enter')
  await page.getByText('Safe on disk', { exact: true }).waitFor({ timeout: START_MS })
  return page
}
