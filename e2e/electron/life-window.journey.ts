import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fixturePath } from '../support/libraries.ts'
import { studioPage } from '../support/studio-page.ts'
import { NEEDS_ELECTRON, type Program } from './program.ts'
import { expect, test } from './test.ts'

const bounds = ({ app }: Program) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
const workArea = ({ app }: Program) => app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)

test(`the window opens where it was, and where it can be seen ${NEEDS_ELECTRON}`, async ({ home, start }) => {
  const first = await start()
  const area = await workArea(first)
  const before = await bounds(first)
  expect(before?.width).toBeLessThanOrEqual(area.width)
  expect(before?.height).toBeLessThanOrEqual(area.height)
  const placed = { x: 60, y: 40, width: 900, height: 650 }
  await first.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), placed)
  await expect.poll(() => bounds(first)).toEqual(placed)
  await first.quit()
  const second = await start()
  expect(await bounds(second)).toEqual(placed)
  // Never smaller than the minimum usable size.
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(300, 200))
  await expect.poll(() => bounds(second)).toMatchObject({ width: 800, height: 600 })
  await second.quit()

  // Its screen no longer exists; the file is truncated.
  const file = path.join(home.profile, 'window.json')
  await writeFile(file, JSON.stringify({ bounds: { ...placed, x: 90_000 }, maximised: false }))
  const third = await start()
  const seen = await bounds(third)
  expect(seen).toMatchObject({ width: 900, height: 650 })
  expect(seen?.x).toBeLessThan(area.width)
  await third.quit()
  await writeFile(file, '{"bounds":{"x":1')
  const fourth = await start()
  await expect(fourth.page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await fourth.quit()
})

/** The menu as a person reads it: titles and items, without their enabled state. */
const menu = ({ app }: Program) =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => {
      const items = submenu?.items ?? []
      const line = `${label}: ${items
        .map((item) => item.label)
        .filter((each) => each !== '')
        .join(', ')}`
      // Without the marks of mnemonics.
      return line.replaceAll(/&(.)/gu, '$1')
    }),
  )

const ENGLISH = [
  'File: Import recordings…, Record…, Recordings, Export…, Settings…, Quit',
  'Edit: Undo, Redo, Cut, Copy, Paste, Select all, Find and replace…, Comment',
  'View: Zoom in, Zoom out, Actual size, Full screen',
  'Help: Help, How this works, Keyboard shortcuts, Show log',
]
const FRENCH = [
  'Fichier: Importer des enregistrements…, Enregistrer du son…, Enregistrements, Exporter…, Réglages…, Quitter',
  'Édition: Annuler, Rétablir, Couper, Copier, Coller, Tout sélectionner, Rechercher et remplacer…, Commenter',
  'Affichage: Zoom avant, Zoom arrière, Taille réelle, Plein écran',
  'Aide: Aide, Comment ça marche, Raccourcis clavier, Afficher le journal',
]

test(`the menu is in the person's language, the system's at first ${NEEDS_ELECTRON}`, async ({ start }) => {
  const french = await start({ language: 'fr' })
  await expect(french.page.getByRole('button', { name: 'Ouvrir l’exemple' })).toBeVisible()
  expect(await menu(french)).toEqual(FRENCH)
  await french.chooseMenu('Réglages')
  await french.page.getByRole('button', { name: /Langue de l’interface/u }).click()
  await french.page.getByRole('option', { name: 'English' }).click()
  await expect.poll(() => menu(french)).toEqual(ENGLISH)
  await french.quit()
  // The choice persists, whatever the system's language.
  const later = await start({ language: 'fr' })
  await expect(later.page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await expect.poll(() => menu(later)).toEqual(ENGLISH)
})

test.describe('with a recording', () => {
  test.use({ library: 'sample' })

  test(`each item of the menu does what it says ${NEEDS_ELECTRON}`, async ({ start }) => {
    const program = await start()
    const { page } = program
    const enabled = async (item: string) => (await program.menuItem(item))?.enabled
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
    for (const item of ['Export', 'Undo', 'Redo', 'Find']) expect(await enabled(item), item).toBe(false)
    await program.chooseMenu('Settings')
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
    await program.chooseMenu('Recordings')
    await page.getByRole('main').getByRole('link').first().click()
    const studio = studioPage(page)
    await studio.toLine(studio.lines.first())

    await program.chooseMenu('Export')
    await expect(page.getByRole('dialog', { name: /^Export/u })).toBeVisible()
    await page.keyboard.press('Escape')
    await program.chooseMenu('Find')
    await expect(page.getByRole('search').getByRole('textbox').first()).toBeFocused()
    await page.keyboard.press('Escape')
    await program.chooseMenu('Keyboard shortcuts')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await program.dialogs.open([fixturePath('two-voices-8s-en.opus')])
    await program.chooseMenu('Import recordings')
    const beforeIt = page.getByRole('dialog', { name: 'Transcribe this recording' })
    await beforeIt.getByRole('button', { name: 'Not now' }).click()
    await program.chooseMenu('Recordings')
    await expect.poll(() => enabled('Export')).toBe(false)
    const zoom = () => page.evaluate(() => devicePixelRatio)
    const usual = await zoom()
    await program.chooseMenu('Zoom in')
    await expect.poll(zoom).toBeGreaterThan(usual)
    await program.chooseMenu('Actual size')
    await expect.poll(zoom).toBe(usual)
  })
})
