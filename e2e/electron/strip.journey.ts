import { NEEDS_ELECTRON } from './program.ts'
import { expect, test } from './test.ts'

const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream']

test(`a small strip over everything pauses, marks and stops what the window records ${NEEDS_ELECTRON}`, async ({
  start,
}) => {
  const program = await start({ words: FAKE_MICROPHONE })
  const { app, page } = program
  await program.chooseMenuUntil(
    'Record',
    () => page.getByRole('heading', { level: 1 }).innerText(),
    'New recording',
  )
  const meter = page.getByRole('meter', { name: 'Microphone' })
  await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(-50)
  await page.getByRole('button', { name: 'Record', exact: true }).press('Enter')
  await expect(page.getByText('Safe on disk')).toBeVisible()
  const [strip] = await Promise.all([
    app.waitForEvent('window'),
    page.getByRole('button', { name: 'Small window' }).press('Enter'),
  ])
  await expect(strip.getByText('Safe on disk')).toBeVisible()
  const isOnTop = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.webContents.getURL().endsWith('strip.html'))
      .map((window) => [window.isAlwaysOnTop(), window.isResizable(), window.getContentSize()]),
  )
  expect(isOnTop).toEqual([[true, false, [360, 64]]])
  await expect
    .poll(async () => Number(await strip.getByRole('meter').getAttribute('aria-valuenow')))
    .toBeGreaterThan(-50)
  await strip.getByRole('button', { name: 'Moment' }).click()
  await expect(strip.getByText(/^Marked at 0:\d\d$/u)).toBeVisible()
  await strip.getByRole('textbox', { name: 'Text (Enter)' }).fill('The fee stays')
  await strip.keyboard.press('Enter')
  await expect(strip.getByRole('meter')).toBeVisible()
  await expect(page.getByText('The fee stays', { exact: true })).toBeAttached()
  await strip.getByRole('button', { name: 'Pause' }).click()
  await expect(strip.getByRole('button', { name: 'Resume' })).toBeVisible()
  await expect(strip.getByText('Paused')).toBeVisible()
  const pausedAt = await strip.getByRole('button', { name: /recorded/u }).getAttribute('aria-label')
  await strip.getByRole('button', { name: 'Resume' }).click()
  await expect
    .poll(() => strip.getByRole('button', { name: /recorded/u }).getAttribute('aria-label'))
    .not.toBe(pausedAt)
  const isClosed = strip.waitForEvent('close')
  await strip.getByRole('button', { name: 'Stop' }).click()
  await isClosed
  // The window is back, with the recording in the library.
  await expect(page.getByRole('heading', { name: /^Recording of/u })).toBeVisible()
  expect(await program.mainErrors()).toEqual([])
})
