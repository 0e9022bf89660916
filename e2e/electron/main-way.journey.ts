import { expect, test } from '@playwright/test'
import { electronPath, makeHome, NEEDS_ELECTRON, startProgram } from './program.ts'

test(`sample ${NEEDS_ELECTRON}`, async () => {
  test.skip(electronPath === undefined, NEEDS_ELECTRON)
  const home = await makeHome()
  const program = await startProgram(home)
  const { page } = program
  await page.waitForTimeout(4000)
  await page.screenshot({ path: '/tmp/h1.png' })
  console.log(program.pageErrors, await program.mainErrors())
  await page.getByRole('button', { name: 'Open the sample' }).or(page.locator('section button')).first().click()
  await page.waitForTimeout(25000)
  await page.screenshot({ path: '/tmp/h2.png' })
  console.log(await page.locator('body').ariaSnapshot())
  console.log(program.pageErrors, await program.mainErrors())
  await program.quit()
  await home.remove()
})
