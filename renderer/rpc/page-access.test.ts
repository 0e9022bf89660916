import { describe, expect, it } from 'vitest'
import { PageAccess, takeToken } from './page-access.ts'
import { fakeStorage } from './testing/fake-storage.ts'

const KEPT = 'parolo.access'

/** A host that knows one token, and the requests sent to it. */
function hostWith(token: string) {
  const sent: { readonly path: string; readonly authorization: string | null; readonly body: unknown }[] = []
  const fetch = ((path: string, init: RequestInit) => {
    const body = JSON.parse(init.body as string) as { token?: string }
    sent.push({ path, authorization: new Headers(init.headers).get('Authorization'), body })
    if (path === '/ticket') return Promise.resolve(Response.json({ ticket: 'T' }))
    const isKnown = body.token === token
    return Promise.resolve(isKnown ? Response.json({ secret: 'new' }) : new Response('{}', { status: 403 }))
  }) as typeof globalThis.fetch
  return { sent, fetch }
}

describe('what lets a page in', () => {
  it('is got once for the token, for this tab once the host accepted it and for the next ones', async () => {
    const { sent, fetch } = hostWith('right')
    const [tab, allTabs] = [fakeStorage({ [KEPT]: 'of the tab' }), fakeStorage({ [KEPT]: 'older' })]
    const access = new PageAccess({ token: 'right', tab, allTabs, fetch })
    expect(await access.secret()).toBe('new')
    expect(await access.secret()).toBe('new')
    expect(sent).toHaveLength(1)
    expect([tab.getItem(KEPT), allTabs.getItem(KEPT)]).toEqual(['of the tab', 'new'])
    access.accept('new')
    expect(tab.getItem(KEPT)).toBe('new')
    // A reload of this tab, and a new one.
    for (const own of [tab, fakeStorage()])
      expect(await new PageAccess({ token: null, tab: own, allTabs, fetch }).secret()).toBe('new')
  })

  it('is got by the page that is reloaded before the host has answered, though the address has no token any more', async () => {
    const { sent, fetch } = hostWith('right')
    const [tab, allTabs] = [fakeStorage(), fakeStorage()]
    const never = (() => new Promise<Response>(() => undefined)) as typeof globalThis.fetch
    void new PageAccess({ token: 'right', tab, allTabs, fetch: never }).secret()
    const reloaded = new PageAccess({ token: null, tab, allTabs, fetch })
    expect(await reloaded.secret()).toBe('new')
    // The token is useless to it after that, and not stored anywhere.
    expect(await new PageAccess({ token: null, tab, allTabs, fetch }).secret()).toBe('new')
    expect(sent).toHaveLength(1)
    expect(tab.getItem('parolo.token')).toBeNull()
  })

  it('is what the page had where the token is of an earlier start', async () => {
    const { fetch } = hostWith('right')
    const [tab, allTabs] = [fakeStorage({ [KEPT]: 'of the tab' }), fakeStorage({ [KEPT]: 'of all' })]
    const access = new PageAccess({ token: 'old', tab, allTabs, fetch })
    expect(await access.secret()).toBe('of the tab')
    access.refuse('of the tab')
    expect(await access.secret()).toBe('of all')
    access.refuse('of all')
    expect(await access.secret()).toBeNull()
    access.forgetRefusals()
    expect(await access.secret()).toBe('of the tab')
  })

  it('is never another one than that which let it in: another library may be at the address', async () => {
    const access = new PageAccess({
      token: null,
      tab: fakeStorage({ [KEPT]: 'of the tab' }),
      allTabs: fakeStorage({ [KEPT]: 'of all' }),
    })
    access.accept('of the tab')
    access.refuse('of the tab')
    expect(await access.secret()).toBeNull()
  })

  it('is asked for again while the host cannot be reached', async () => {
    let isThere = false
    const { fetch } = hostWith('right')
    const access = new PageAccess({
      token: 'right',
      tab: fakeStorage(),
      allTabs: fakeStorage(),
      fetch: (...all) => (isThere ? fetch(...all) : Promise.reject(new TypeError('failed'))),
    })
    await expect(access.secret()).rejects.toThrow(TypeError)
    isThere = true
    expect(await access.secret()).toBe('new')
  })

  it('goes with requests as a header, and into no address', async () => {
    const { sent, fetch } = hostWith('right')
    const access = new PageAccess({ token: 'right', tab: fakeStorage(), allTabs: fakeStorage(), fetch })
    expect(await access.withTicket('/media/r/sound')).toBe('/media/r/sound?ticket=T')
    expect(sent.at(-1)).toEqual({
      path: '/ticket',
      authorization: 'Bearer new',
      body: { path: '/media/r/sound' },
    })
  })
})

it('the token leaves address bar and history at once; the route stays', () => {
  const replaced: unknown[] = []
  const page = (search: string) =>
    ({
      location: { search, pathname: '/', hash: '#/settings' },
      history: { replaceState: (...all: unknown[]) => void replaced.push(all[2]) },
    }) as unknown as Window
  expect(takeToken(page('?token=abc'))).toBe('abc')
  expect(takeToken(page(''))).toBeNull()
  expect(replaced).toEqual(['/#/settings'])
})
