import { storedTranscript } from './support/stored-transcript.ts'
import { openText } from './support/studio-page.ts'
import { expect, test } from './support/test.ts'

test.use({ library: 'sample' })

const recording = 'conversation-en'

test('a time goes between the words, is one step, and is left out of captions alone', async ({
  visit,
  dataFolder,
}) => {
  const page = await visit()
  const studio = await openText(page, recording)
  const line = studio.lines.nth(0)
  const before = await line.innerText()
  const [first = '', second = '', third = ''] = before.split(' ')

  // In the middle of the second word: inserted after it, with spaces, and the next letter starts a new word.
  await studio.clickWord(line, `${second} ${third}`)
  await page.keyboard.press('Control+j')
  const timed = `${first} ${second} [0:00] ${before.slice(first.length + second.length + 2)}`
  await expect(line).toHaveText(timed)
  await page.keyboard.press('Control+z')
  await expect(line).toHaveText(before)
  await page.keyboard.press('Control+y')
  await expect(line).toHaveText(timed)
  await studio.toEnd(line)
  await page.keyboard.type(' at 10:15')
  await page.keyboard.press('Control+j')
  await page.keyboard.type('sharp.')
  await expect(line).toHaveText(new RegExp(`^${escaped(timed)} at 10:15 \\[0:0\\d\\] sharp\\.$`, 'u'))
  await studio.saved()
  const { marks, paragraphs } = await storedTranscript(dataFolder, recording)
  const words = paragraphs.flatMap((paragraph) => paragraph.words)
  expect(marks.map(({ kind }) => kind)).toEqual(['time', 'time'])
  for (const { fromWordId, toWordId } of marks) {
    expect(toWordId).toBe(fromWordId)
    expect(words.find(({ id }) => id === fromWordId)?.text).toMatch(/^\[0:0\d\]$/u)
  }

  await page.keyboard.press('Control+2')
  const captions = page.getByRole('list', { name: 'Captions' })
  await expect(captions).toContainText('10:15')
  await expect(captions).toContainText('sharp.')
  await expect(captions).not.toContainText('[0:0')
})

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
}
