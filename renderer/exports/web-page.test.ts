// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import { documentOf, english, withChapters } from '#core/formats/testing/sample-document'
import type { WriteOptions } from '#core/formats/format'
import { html } from '#core/formats/html/html'
import { pageScript } from '#core/formats/html/page-script'

afterEach(() => document.body.replaceChildren())

const talk = withChapters(
  documentOf(
    spoken([
      ['A', 1_000, 2_000, 'Welcome.'],
      ['B', 3_000, 4_000, 'The kettle boils.'],
      ['B', 5_000, 6_000, 'The lid is off.'],
      ['A', 7_000, 8_000, 'And the toaster?'],
      ['B', 9_000, 10_000, 'It lived.'],
    ]),
  ),
  [3_000, 'Kettles & lids'],
  [7_000, 'Toasters'],
)

const pageOf = (options: Partial<WriteOptions> = {}, given = talk): string =>
  html.write!(given, { ...english, ...options }).text

/** The page as a browser shows it, with its script running. */
function shown(page: string): Document {
  document.body.innerHTML = page.slice(page.indexOf('<header>'), page.indexOf('<script>'))
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- as a browser runs it
  new Function(pageScript)()
  return document
}

const seen = (page: Document, selector: string): (string | null)[] =>
  [...page.querySelectorAll(selector)]
    .filter((one) => one.closest('[hidden]') === null)
    .map(({ textContent }) => textContent)

it('has chapters with links to them, and the voices in them, each in its color', () => {
  const page = pageOf()
  const { body } = shown(page)
  expect(seen(document, 'nav a')).toEqual(['Kettles & lids', 'Toasters'])
  for (const link of body.querySelectorAll('nav a')) {
    const target = body.querySelector(link.getAttribute('href') ?? '')
    expect(target?.querySelector('h2')?.textContent).toContain(link.textContent)
  }
  expect(seen(document, 'main h2, main h3')).toEqual([
    'Speaker 1',
    'Kettles & lids 0:00:03',
    'Speaker 2',
    'Toasters 0:00:07',
    'Speaker 1',
    'Speaker 2',
  ])
  expect([...body.querySelectorAll('.voice')].map((one) => one.getAttribute('data-v'))).toEqual([
    '1',
    '2',
    '1',
    '2',
  ])
  expect(page).toContain('[data-v="2"] { --v: var(--v2); }')
  expect(page).not.toContain('--v3')
  const nameless = pageOf({ speakerNames: false, times: false })
  expect(nameless).not.toMatch(/Speaker|data-v|<h3|0:00/u)
  expect(nameless).toContain('<h2 class="chapter">Toasters</h2>')
})

it('leaves no heading without a text in a search, and shows everything again after it', () => {
  const page = shown(pageOf())
  const search = page.querySelector<HTMLInputElement>('[type=search]')!
  const find = (text: string): void => {
    search.value = text
    search.dispatchEvent(new Event('input'))
  }
  const all = seen(page, 'main h2, main h3, main p')
  find('KETTLE')
  expect(seen(page, 'main h2, main h3, main p')).toEqual([
    'Kettles & lids 0:00:03',
    'Speaker 2',
    '0:00:03 The kettle boils.',
  ])
  expect(page.querySelector('output')?.textContent).toBe('1')
  find('nothing')
  expect(seen(page, 'main h2, main h3, main p')).toEqual([])
  find(' ')
  expect(seen(page, 'main h2, main h3, main p')).toEqual(all)
})

it('plays from the address of the published sound, else the file next to it, else says that there is none', () => {
  const player = (): HTMLMediaElement => document.querySelector('audio')!
  const silence = (): (string | null)[] => seen(document, '.bar .silent')
  const times = (): boolean[] =>
    [...document.querySelectorAll<HTMLButtonElement>('main p button')].map(({ disabled }) => disabled)
  const all = (isOff: boolean): boolean[] => times().map(() => isOff)
  const sources = (): (string | null)[] =>
    [...document.querySelectorAll('audio > source')].map((source) => source.getAttribute('src'))
  const soundAddress = 'https://a.example/14.mp3?a=1&b="2"'
  shown(pageOf({ media: 'talks/#1: a? 100 %.mp3', soundAddress }))
  expect(sources()).toEqual([soundAddress, 'talks/%231%3A%20a%3F%20100%20%25.mp3'])
  const [first, last] = document.querySelectorAll('audio > source')
  first?.dispatchEvent(new Event('error'))
  expect([player().hidden, silence(), times()]).toEqual([false, [], all(false)])
  last?.dispatchEvent(new Event('error'))
  const none = 'There is no sound with this page.'
  expect([player().hidden, silence(), times()]).toEqual([true, [none], all(true)])
  player().dispatchEvent(new Event('loadedmetadata'))
  expect([player().hidden, silence(), times()]).toEqual([false, [], all(false)])
  shown(pageOf())
  expect([document.querySelector('audio'), silence(), times()]).toEqual([null, [none], all(true)])
  for (const page of [pageOf(), pageOf({ media: 'a.mp3' })]) expect(page).not.toContain('type="file"')
})

it('a link to a chapter also goes to its place in the sound', () => {
  const page = shown(pageOf({ media: 'a.mp3' }))
  const player = page.querySelector('audio')!
  const played = vi.spyOn(player, 'play').mockResolvedValue()
  page.querySelectorAll<HTMLElement>('nav a')[1]?.click()
  expect([player.currentTime, played.mock.calls.length]).toEqual([7, 1])
})

it('on paper there are neither controls nor dark colors', () => {
  const [, onPaper = ''] = pageOf().split('@media print')
  expect(onPaper).toContain('.bar, nav, p button')
  expect(pageOf()).toContain('@media screen and (prefers-color-scheme: dark)')
})

it('says who speaks and how long it is', () => {
  const facts = (given: typeof talk): string | undefined =>
    /class="facts">([^<]*)</u.exec(pageOf({}, given))?.[1]
  const withLength = { ...talk, recording: { ...talk.recording, durationMs: 61_000 } }
  expect(facts(withLength)).toBe('Speaker 1, Speaker 2 · 0:01:01')
  expect(facts({ ...withLength, part: { startMs: 0, endMs: 9_000 } })).toBe('Speaker 1, Speaker 2')
})
