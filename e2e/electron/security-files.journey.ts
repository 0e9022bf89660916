import { expect, test } from './restricted-page.ts'
import { NEEDS_ELECTRON } from './program.ts'

test(`files are given by recording alone, in the ranges asked for, and none by a path ${NEEDS_ELECTRON}`, async ({
  program,
}) => {
  const { page } = program
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page.locator('.cm-line').first()).toBeVisible()
  const recordingId = /recording\/([^/?]+)/u.exec(page.url())?.[1] ?? ''
  const get = (address: string, range?: string): Promise<Got> =>
    page.evaluate(
      async ([to, wanted]) => {
        const answer = await fetch(to, wanted === null ? {} : { headers: { Range: wanted } }).catch(
          () => null,
        )
        if (answer === null) return { status: null, size: 0, range: null }
        const { byteLength: size } = await answer.arrayBuffer()
        return { status: answer.status, size, range: answer.headers.get('content-range') }
      },
      [address, range ?? null] as const,
    )
  const sound = `media://recording/${recordingId}/sound`
  const { status, size } = await get(sound)
  expect(status).toBe(200)
  expect(size).toBeGreaterThan(1000)
  const part = (from: number, to: number): Got => ({
    status: 206,
    size: to - from + 1,
    range: `bytes ${from}-${to}/${size}`,
  })
  expect(await get(sound, 'bytes=0-9')).toEqual(part(0, 9))
  expect(await get(sound, 'bytes=100-')).toEqual(part(100, size - 1))
  expect(await get(sound, 'bytes=-7')).toEqual(part(size - 7, size - 1))
  expect(await get(sound, `bytes=100-${size * 2}`)).toEqual(part(100, size - 1))
  expect(await get(sound, `bytes=${size}-`)).toEqual({ status: 416, size: 0, range: `bytes */${size}` })

  for (const address of [
    'media://recording/made-up/original',
    `media://recording/${recordingId}`,
    `media://recording/${recordingId}/transcript`,
    `media://elsewhere/${recordingId}/sound`,
    'media://recording/../../etc/passwd',
    'media://recording/..%2F..%2Fetc%2Fpasswd/original',
    'media://recording/%2e%2e/%2e%2e/etc/passwd',
    'media://recording//etc/passwd/original',
    'media://recording/%zz/original',
    `media://recording/${recordingId}%00/original`,
    `media://recording/${recordingId}/sound/../../../library.db`,
    `media://recording/${recordingId}%2F..%2F..%2Flibrary.db/sound`,
    'app://parolo/../main/index.cjs',
    'app://parolo/..%2Fmain%2Findex.cjs',
    'app://parolo/%2e%2e/main/index.cjs',
    'app://parolo/..%5Cmain%5Cindex.cjs',
    'app://parolo/assets/..%2F..%2Fmain/index.cjs',
    'app://parolo//etc/passwd',
    'app://parolo/%2Fetc%2Fpasswd',
    'app://parolo/%ff',
    'app://parolo/assets',
    'app://elsewhere/index.html',
    'app://parolo.elsewhere/index.html',
    'file:///etc/passwd',
  ]) {
    const refused = await get(address)
    expect([404, null], address).toContain(refused.status)
    expect(refused.size, address).toBe(0)
  }
})

interface Got {
  /** Null if the page was not even allowed to send the request. */
  readonly status: number | null
  readonly size: number
  readonly range: string | null
}
