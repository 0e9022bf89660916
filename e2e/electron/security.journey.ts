import { existsSync } from 'node:fs'
import path from 'node:path'
import { calledByPage } from './called-by-page.ts'
import { expect, test } from './restricted-page.ts'
import { NEEDS_ELECTRON } from './program.ts'

test(`the page has no Node, and of its window only a few words ${NEEDS_ELECTRON}`, async ({ program }) => {
  const { page } = program
  const node = ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'ipcRenderer', 'electron']
  expect(await page.evaluate((names) => names.filter((name) => name in window), node)).toEqual([])
  const bridge = await page.evaluate(() =>
    Object.entries(window.parolo ?? {}).map(([name, value]) => `${name}: ${typeof value}`),
  )
  const known = [
    'send',
    'onMessage',
    'onStudio',
    'pathOf',
    'invoke',
    'onFiles',
    'onMenu',
    'onRecorder',
    'onMomentText',
    'onSlept',
  ]
  expect(bridge.toSorted()).toEqual(known.map((name) => `${name}: function`).toSorted())

  // A frame in the page gets nothing at all.
  const inFrame = await page.evaluate((names) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inside = frame.contentWindow ?? window
    return [...names, 'parolo'].filter((name) => name in inside)
  }, node)
  expect(inFrame).toEqual([])

  const preferences = await program.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Present in every Electron, but missing in its types.
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test(`nothing leads out of the window ${NEEDS_ELECTRON}`, async ({ program, bait }) => {
  const { page, app } = program
  await app.evaluate(({ BrowserWindow, session }) => {
    const refused: string[] = []
    Object.assign(globalThis, { refused })
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('will-navigate', (event, url) => {
      if (event.defaultPrevented) refused.push(url)
    })
    session.defaultSession.on('will-download', (event, item) => {
      if (event.defaultPrevented) refused.push(item.getURL().replace(/(?<=^blob:).*/u, ''))
    })
  })
  const refused = () => app.evaluate(() => (globalThis as unknown as { refused: string[] }).refused)
  await page.evaluate(() => Object.assign(window, { isStillHere: true }))

  // Links as in a page, clicked as by a person.
  const link = async (attributes: Record<string, string>, button: 'left' | 'middle' = 'left') => {
    await page.evaluate((given) => {
      const element = document.createElement('a')
      for (const [key, value] of Object.entries(given)) element.setAttribute(key, value)
      element.textContent = 'away'
      element.id = 'away'
      element.style.cssText = 'position: fixed; inset: 0; z-index: 9999'
      document.body.append(element)
    }, attributes)
    // It covers the window; a locator would wait for a page that never loads.
    await page.mouse.click(300, 300, { button })
    await page.evaluate(() => document.getElementById('away')?.remove())
  }
  const leavesBy = async (address: string, go: () => Promise<unknown>) => {
    await go()
    await expect.poll(refused, address).toContain(address)
  }
  const away = (name: string) => `${bait.address}/${name}`
  await leavesBy(away('link'), () => link({ href: away('link') }))
  await leavesBy(away('download'), () => link({ href: away('download'), download: 'file' }))
  await leavesBy('app://other/', () => link({ href: 'app://other/' }))
  await leavesBy(away('assign'), () => page.evaluate((to) => location.assign(to), away('assign')))
  await leavesBy('blob:', async () => {
    const href = await page.evaluate(() => URL.createObjectURL(new Blob(['words'])))
    await link({ href, download: 'file' })
  })
  await leavesBy(away('refresh'), () =>
    page.evaluate((to) => {
      const meta = document.createElement('meta')
      meta.httpEquiv = 'refresh'
      meta.content = `0;url=${to}`
      document.head.append(meta)
    }, away('refresh')),
  )

  // No second window, whatever its content.
  await link({ href: away('new'), target: '_blank' })
  await link({ href: away('middle') }, 'middle')
  await link({ href: 'file:///etc/passwd' })
  await link({ href: 'data:text/html,away' })
  const opened = await page.evaluate(
    (addresses) => addresses.filter((address) => window.open(address) !== null),
    [away('open'), 'about:blank', '/', 'file:///etc/passwd', 'javascript:alert(1)'],
  )
  expect(opened).toEqual([])

  // An element that would embed another page does not work.
  await page.evaluate((src) => {
    const view = document.createElement('webview')
    view.setAttribute('src', src)
    document.body.append(view)
  }, away('webview'))
  expect(await page.evaluate(() => 'loadURL' in document.createElement('webview'))).toBe(false)

  const contents = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((each) => each.getURL()),
  )
  expect(contents).toEqual(['app://parolo/'])
  expect(await page.evaluate(() => 'isStillHere' in window)).toBe(true)
})

test(`nobody but the page's own main frame is heard ${NEEDS_ELECTRON}`, async ({ program, home }) => {
  const { app, page } = program
  const stolen = path.join(home.folder, 'stolen')
  await program.dialogs.saveAs(stolen)
  const [recording] = await calledByPage(page, 'recordings.list', {})
  const refused = await app.evaluate(
    async ({ app: main, BrowserWindow, session }, [recordingId, preloadPath]) => {
      const webPreferences = {
        preload: `${main.getAppPath()}/${preloadPath}`,
        sandbox: true,
        contextIsolation: true,
        nodeIntegrationInSubFrames: true,
      }
      const callScript = (call: string, input: object) =>
        `parolo.send(${JSON.stringify({ kind: 'call', number: 1, name: call, input, language: 'en' })})`
      const attack = `${callScript('recordings.setTags', { recordingId, tags: ['stolen'] })}
        parolo.invoke('save-file', { fileName: 'stolen', bytes: new Uint8Array(3) }).then(
          () => 'saved', (error) => error.message)`
      // Another page with our preload.
      const other = new BrowserWindow({ show: false, webPreferences })
      await other.loadURL('data:text/html,<title>elsewhere</title>')
      const byOther: unknown = await other.webContents.executeJavaScript(attack)
      other.destroy()
      // A page at our address with another such page in a frame, which our own policy would not allow.
      session
        .fromPartition('framed')
        .protocol.registerBufferProtocol('app', (_request, answer) =>
          answer({ mimeType: 'text/html', data: Buffer.from('<title>ours</title>') }),
        )
      const framed = new BrowserWindow({
        show: false,
        webPreferences: { ...webPreferences, partition: 'framed' },
      })
      await framed.loadURL('app://parolo/')
      await framed.webContents.executeJavaScript(`new Promise((resolve) => {
        const frame = document.createElement('iframe')
        frame.src = 'app://parolo/inside'
        frame.onload = resolve
        document.body.append(frame)
      })`)
      const [frame] = framed.webContents.mainFrame.frames
      const byFrame: unknown = await frame?.executeJavaScript(attack)
      // Its main frame's message arrives, after the others would have.
      await framed.webContents.executeJavaScript(
        callScript('recordings.rename', { recordingId, title: 'Heard' }),
      )
      return { byOther, byFrame }
    },
    [recording?.id ?? '', 'out/preload/index.cjs'] as const,
  )
  expect(refused.byOther).toMatch(/not from the page/u)
  expect(refused.byFrame).toMatch(/not from the page/u)
  await expect(page.getByRole('main').getByRole('link', { name: 'Heard' })).toBeVisible()
  expect(await calledByPage(page, 'recordings.list', {})).toMatchObject([{ title: 'Heard', tags: [] }])
  expect(existsSync(stolen)).toBe(false)
})

test(`no redirect is followed, and no webview comes up ${NEEDS_ELECTRON}`, async ({ program, bait }) => {
  const { app } = program
  const redirected = await app.evaluate(async ({ BrowserWindow, session }) => {
    // Only a scheme with a different answer redirects: our own never does.
    const other = session.fromPartition('redirecting')
    const asked: string[] = []
    other.protocol.registerBufferProtocol('app', ({ url }, answer) => {
      asked.push(url)
      answer({ statusCode: 302, headers: { Location: 'app://parolo/landing' }, data: Buffer.from('') })
    })
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'redirecting' } })
    let prevented: boolean | null = null
    window.webContents.on('will-redirect', (event) => (prevented = event.defaultPrevented))
    const loaded = await window.loadURL('app://parolo/').then(
      () => true,
      () => false,
    )
    window.destroy()
    return { asked, prevented, loaded }
  })
  expect(redirected).toEqual({ asked: ['app://parolo/'], prevented: true, loaded: false })

  // Even a window that allows one gets none.
  const attached = await app.evaluate(async ({ BrowserWindow, webContents }, address) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
    await window.loadURL('app://parolo/')
    const attaching = new Promise<boolean>((resolve) =>
      window.webContents.on('will-attach-webview', (event) => resolve(event.defaultPrevented)),
    )
    await window.webContents.executeJavaScript(`{
      const view = document.createElement('webview')
      view.src = '${address}'
      document.body.append(view)
    }`)
    const prevented = await attaching
    const kinds = webContents.getAllWebContents().map((each) => each.getType())
    window.destroy()
    return { prevented, kinds }
  }, `${bait.address}/webview`)
  expect(attached).toEqual({ prevented: true, kinds: ['window', 'window'] })
})

test(`no window fetches from elsewhere, and no name is looked up ${NEEDS_ELECTRON}`, async ({
  program,
  bait,
}) => {
  const failures = await program.app.evaluate(async ({ BrowserWindow }, address) => {
    const why = (partition?: string) => async (url: string) => {
      const window = new BrowserWindow({ show: false, webPreferences: { ...(partition && { partition }) } })
      const error: unknown = await window.loadURL(url).catch((reason: unknown) => reason)
      window.destroy()
      return error instanceof Error ? error.message.replace(/ .*/su, '') : 'loaded'
    }
    return {
      ours: await Promise.all([address, 'https://example.org/', 'file:///etc/passwd'].map(why())),
      // Even if nobody cancels the request, the name does not resolve.
      without: await Promise.all([address, 'https://example.org/'].map(why('without'))),
    }
  }, `${bait.address}/window`)
  expect(failures).toEqual({
    ours: ['ERR_BLOCKED_BY_CLIENT', 'ERR_BLOCKED_BY_CLIENT', 'ERR_BLOCKED_BY_CLIENT'],
    without: ['ERR_NAME_NOT_RESOLVED', 'ERR_NAME_NOT_RESOLVED'],
  })

  // Blocked requests of a window are listed for the person.
  const { page } = program
  await page.evaluate((hash) => (location.hash = hash), '#/network')
  await expect(page.getByText(/^0 connections since/u)).toBeVisible()
  await expect(page.getByText('2 attempts of a page were blocked; nothing was sent.')).toBeVisible()
  const listed = page.getByRole('list', { name: 'Connections, newest first' }).getByRole('listitem')
  await expect(listed.filter({ hasText: `${bait.address}/window` })).toContainText(
    'nobody asked for it, blocked before anything was sent. 0 bytes sent.',
  )
})
