import { NEEDS_ELECTRON } from './program.ts'
import { expect, test } from './test.ts'

const QUESTION = 'Stop the recording and close?'
const FAKE_MICROPHONE = ['--use-fake-device-for-media-stream']

test(`the window records; closing asks, and what was recorded is there at the next start ${NEEDS_ELECTRON}`, async ({
  start,
}) => {
  const program = await start({ words: FAKE_MICROPHONE })
  const { page, dialogs } = program
  await program.chooseMenuUntil(
    'Record',
    () => page.getByRole('heading', { level: 1 }).innerText(),
    'New recording',
  )
  const meter = page.getByRole('meter', { name: 'Microphone' })
  await expect.poll(async () => Number(await meter.getAttribute('aria-valuenow'))).toBeGreaterThan(-50)
  await page.getByRole('button', { name: 'Record', exact: true }).press('Enter')
  await expect(page.getByText('Safe on disk')).toBeVisible()

  await dialogs.choose('Keep recording')
  await program.chooseMenu('Quit')
  await expect.poll(() => dialogs.shown()).toEqual([QUESTION])
  await expect(page.getByText('Safe on disk')).toBeVisible()
  await dialogs.choose('Stop and close')
  await program.chooseMenu('Quit')
  // The tests' old Electron crashes at exit (SIGTRAP) if a microphone was open, so its exit code is
  // meaningless.
  await program.ended()

  // Its file is created at the next start without asking, as it was stopped.
  const again = await start()
  await expect(again.page.getByRole('heading', { name: /^Recording of/u })).toBeVisible()
  await expect(again.page.getByRole('region', { name: /recovered/u })).toBeHidden()
  expect(await again.quit()).toBe(0)
})
