import { NEEDS_ELECTRON, type Program } from './program.ts'
import { expect, test } from './test.ts'
import { type Desktop, hasWindowManager, openDesktop } from './window-manager.ts'

const bounds = ({ app }: Program) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())

let desktop: Desktop
test.beforeAll(async () => {
  if (hasWindowManager) desktop = await openDesktop()
})
test.afterAll(async () => {
  if (hasWindowManager) await desktop.close()
})

test(`under a window manager the window stays where it was, and the strip is above all windows ${NEEDS_ELECTRON}`, async ({
  start,
}) => {
  test.skip(!hasWindowManager, 'Xvfb, openbox or xprop is not on this machine')
  const env = { DISPLAY: desktop.display }
  const seen = []
  for (let times = 0; times < 3; times++) {
    const program = await start({ env })
    await expect(program.page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
    await expect.poll(async () => (await desktop.windows()).join()).toContain('_NET_FRAME_EXTENTS')
    seen.push(await bounds(program))
    await program.quit()
  }
  expect(seen).toEqual([seen[0], seen[0], seen[0]])

  const program = await start({ env, words: ['--use-fake-device-for-media-stream'] })
  const { app, page } = program
  // As the desktop file names it (resources/linux/parolo.desktop).
  await expect
    .poll(async () => (await desktop.windows()).join())
    .toMatch(/^_NET_WM_ICON\(CARDINAL\)[^]*^WM_CLASS.*"parolo", "parolo"$/mu)
  await program.chooseMenuUntil(
    'Record',
    () => page.getByRole('heading', { level: 1 }).innerText(),
    'New recording',
  )
  await page.getByRole('button', { name: 'Record', exact: true }).press('Enter')
  await expect(page.getByText('Safe on disk')).toBeVisible()
  await Promise.all([
    app.waitForEvent('window'),
    page.getByRole('button', { name: 'Small window' }).press('Enter'),
  ])
  await expect
    .poll(async () => (await desktop.windows()).filter((each) => each.includes('_NET_WM_STATE_ABOVE')).length)
    .toBe(1)
  await program.kill()
})
