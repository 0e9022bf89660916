import { expectAccessible } from './support/accessible.ts'
import { exportAs } from './support/exported-files.ts'
import { notesPanel } from './support/notes-panel.ts'
import { picture } from './support/picture.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'
import { typeInField } from './support/type-in-field.ts'

test.use({ library: 'sample' })

test(
  'moments are marked, written and found again by keys alone, and become minutes',
  { tag: '@main' },
  async ({ visit }) => {
    const page = await visit()
    const studio = await openText(page, 'conversation-en')
    const strip = page.getByRole('region', { name: 'Note' })
    const notes = notesPanel(page)

    await test.step('a decision and an action at the caret', async () => {
      await studio.toLine(studio.lines.nth(2))
      await page.keyboard.press('Alt+d')
      await expect(strip.getByRole('textbox')).toBeFocused()
      await page.keyboard.type('Meet again on Monday')
      await page.keyboard.press('Enter')
      await expect(studio.transcript).toBeFocused()
      await studio.toLine(studio.lines.nth(1))
      await page.keyboard.press('Alt+a')
      await typeInField(page, 'Call the baker')
      await page.keyboard.press('Tab')
      await page.keyboard.type('Ruth')
      await page.keyboard.press('Tab')
      await page.keyboard.type('10 December')
      await page.keyboard.press('Enter')
      await expect(strip).toBeHidden()
    })

    await test.step('three keys one after another, without typing, are three moments in the list', async () => {
      await page.keyboard.press('Control+5')
      for (const [key, count] of [
        ['Alt+d', 3],
        ['Alt+a', 4],
        ['Alt+b', 5],
      ] as const) {
        await page.keyboard.press(key)
        await expect(notes.open.getByRole('textbox').first()).toBeFocused()
        await expect(notes.items).toHaveCount(count)
      }
      await page.keyboard.type('Three of them')
      await picture(page, 'u-notes-open')
      await page.keyboard.press('Enter')
      await expect(strip).toBeHidden()
      await expect(notes.items).toHaveCount(5)
      await expect(studio.transcript).not.toContainText('Three of them')
      for (const text of ['Three of them', 'no text', 'no text']) await notes.remove(text)
      await expect(notes.items).toHaveCount(2)
    })

    await test.step('a note’s kind is chosen after its key; the comment it becomes is on the words there', async () => {
      await studio.toLine(studio.lines.nth(3))
      await page.keyboard.press('Alt+n')
      await typeInField(page, 'Say it louder')
      await notes.open.getByRole('button', { name: /Kind of note$/u }).press('Enter')
      await page.getByRole('option', { name: 'Comment' }).press('Enter')
      await expect(notes.panel.getByRole('textbox', { name: /^Comment on/u })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(studio.transcript).toBeFocused()
      await expect(notes.items.last()).toContainText('Say it louder')
      await page.keyboard.press('Control+z')
      await expect(notes.items).toHaveCount(2)
    })

    await test.step('they are listed by time, outlive a new visit, and are deleted and brought back', async () => {
      await page.reload()
      await expect(studio.lines.first()).toBeVisible()
      await page.keyboard.press('Control+6')
      await expect(notes.items).toHaveText([/Call the baker.*Ruth, due 10 December/u, /Meet again/u])
      await notes.remove('Meet again on Monday')
      await expect(notes.items).toHaveCount(1)
      await page.getByText('Undo', { exact: true }).press('Enter')
      await expect(notes.items).toHaveCount(2)
      await expectAccessible(page)
    })

    await test.step('one kind alone is shown', async () => {
      await picture(page, 'u-notes-list')
      await page.getByRole('button', { name: /Notes shown/u }).press('Enter')
      await page.getByRole('option', { name: 'Decisions 1' }).press('Enter')
      await expect(notes.items).toHaveText([/Meet again/u])
    })

    await test.step('date and place are typed on the page of minutes', async () => {
      await notes.panel.getByRole('button', { name: 'Make minutes' }).press('Enter')
      await page.getByRole('textbox', { name: 'Place' }).focus()
      await page.keyboard.type('Bakery')
      await page.keyboard.press('Enter')
      await page.getByRole('link', { name: 'Back to the recording' }).press('Enter')
      await expect(studio.lines.first()).toBeVisible()
    })

    await test.step('minutes have what was marked', async () => {
      await studio.toLine(studio.lines.first())
      const { name, bytes } = await exportAs(page, 'Minutes (Markdown)')
      expect(name).toMatch(/\.minutes\.md$/u)
      const text = bytes.toString('utf8')
      expect(text).toContain('\n\nBakery\n\n## People\n')
      expect(text).toMatch(/## Decisions\n\n1\. Meet again on Monday \(0:\d\d\)\n/u)
      expect(text).toMatch(/\| Call the baker \| Ruth \| 10 December \| 0:\d\d \|/u)
    })

    await test.step('their page is changed where it stands, and prints the minutes alone', async () => {
      await page.keyboard.press('Control+6')
      await page.getByRole('button', { name: 'Make minutes' }).press('Enter')
      const paper = page.getByRole('article')
      await expect(paper).toContainText('Meet again on Monday')
      await page.getByRole('button', { name: 'Change Who: Ruth' }).press('Enter')
      await typeInField(page, 'Ruth and Piet')
      await page.keyboard.press('Enter')
      await expect(paper).toContainText('Ruth and Piet')
      await expectAccessible(page)
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
      await expect(page.getByRole('button', { name: 'Add an action' })).toBeHidden()
      await expect(paper).toBeVisible()
      const printed = await page.getByRole('main').evaluate((main) => ({
        isWhole: main.scrollHeight === main.clientHeight,
        ink: getComputedStyle(main).color,
      }))
      expect(printed).toEqual({ isWhole: true, ink: 'rgb(0, 0, 0)' })
    })
  },
)
