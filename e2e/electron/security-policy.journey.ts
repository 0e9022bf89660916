import { expect, test } from './restricted-page.ts'
import { NEEDS_ELECTRON } from './program.ts'

test(`the policy in the header stops foreign code, foreign sound and every talk outside ${NEEDS_ELECTRON}`, async ({
  program,
  bait,
}) => {
  const { page } = program
  const policy = await page.evaluate(async () => {
    const answers = await Promise.all(
      ['/', '/index.html', [...document.scripts].map(({ src }) => src).find((src) => src !== '') ?? ''].map(
        (address) => fetch(address),
      ),
    )
    return answers.map(({ headers }) => headers.get('content-security-policy'))
  })
  for (const header of policy) expect(header).toMatch(/^default-src 'none'; script-src 'self';/u)

  await page.evaluate((elsewhere) => {
    const blocked: string[] = []
    Object.assign(window, { blocked })
    document.addEventListener('securitypolicyviolation', ({ blockedURI: address, effectiveDirective }) => {
      const { origin, pathname } = address.startsWith('http')
        ? new URL(address)
        : { origin: '', pathname: '/' }
      blocked.push(origin === elsewhere && pathname !== '/' ? pathname : effectiveDirective)
    })
    const put = (name: string, attributes: Record<string, string>, text = '') => {
      const element = document.createElement(name)
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
      element.textContent = text
      document.body.append(element)
      return element
    }
    put('script', {}, 'window.hasRun = "inline"')
    put('script', { src: 'data:text/javascript,window.hasRun = "data"' })
    put('script', { src: `${elsewhere}/script` })
    put('button', { onclick: 'window.hasRun = "attribute"' }).click()
    put('link', { rel: 'stylesheet', href: `${elsewhere}/style` })
    put('link', { rel: 'prefetch', href: `${elsewhere}/next` })
    put('img', { src: `${elsewhere}/picture` })
    put('audio', { src: `${elsewhere}/sound`, preload: 'auto' })
    put('iframe', { src: `${elsewhere}/frame` })
    put('iframe', { src: 'data:text/html,frame' })
    put('object', { data: `${elsewhere}/object` })
    put('base', { href: `${elsewhere}/base` })
    const form = put('form', { action: `${elsewhere}/form`, method: 'post' })
    if (form instanceof HTMLFormElement) form.submit()
  }, bait.address)
  const failed = await page.evaluate(async (elsewhere) => {
    const stopped: string[] = []
    const attempt = async (name: string, run: () => unknown) => {
      try {
        await run()
      } catch {
        stopped.push(name)
      }
    }
    const untilError = (target: EventTarget) =>
      new Promise((_, reject) => target.addEventListener('error', () => reject(new Error('blocked'))))
    await attempt('fetch', () => fetch(`${elsewhere}/fetch`, { method: 'POST', body: 'words' }))
    await attempt('deaf fetch', () => fetch(`${elsewhere}/deaf`, { mode: 'no-cors' }))
    await attempt('file', () => fetch('file:///etc/passwd'))
    await attempt('font', () => new FontFace('elsewhere', `url(${elsewhere}/font)`).load())
    await attempt('import', () => import(`${elsewhere}/module`))
    await attempt('socket', () => untilError(new WebSocket(`${elsewhere.replace('http', 'ws')}/socket`)))
    await attempt('events', () => untilError(new EventSource(`${elsewhere}/events`)))
    const code = URL.createObjectURL(new Blob(['postMessage("runs")'], { type: 'text/javascript' }))
    await attempt('worker', () => untilError(new Worker(code)))
    // oxlint-disable-next-line no-eval
    await attempt('eval', () => (0, eval)('window.hasRun = "eval"'))
    // oxlint-disable-next-line typescript/no-implied-eval
    await attempt('function', () => new Function('window.hasRun = "function"')())
    navigator.sendBeacon(`${elsewhere}/beacon`, 'words')
    return stopped
  }, bait.address)
  const calls = 'fetch, deaf fetch, file, font, import, socket, events, worker, eval, function'
  expect(failed.join(', ')).toBe(calls)
  const addresses = 'script style next picture sound base form fetch deaf font module events beacon'
  const inline = ['script-src-elem', 'script-src-attr', 'script-src', 'worker-src']
  const expected = [...inline, 'frame-src', 'object-src', 'connect-src'].concat(
    addresses.split(' ').map((name) => `/${name}`),
  )
  await expect
    .poll(async () => {
      const blocked = await page.evaluate(() => (window as unknown as { blocked: string[] }).blocked)
      return expected.filter((name) => !blocked.includes(name))
    })
    .toEqual([])
  expect(await page.evaluate(() => 'hasRun' in window)).toBe(false)
})

test(`the page may hear the microphone, notify and write to the clipboard, and is given nothing else ${NEEDS_ELECTRON}`, async ({
  program,
}) => {
  const { page } = program
  await page.bringToFront()
  const answers = await page.evaluate(async () => {
    const answered: Record<string, string> = {}
    const ask = async (name: string, request: () => Promise<unknown>) => {
      try {
        const given = await request()
        const isNothing = Array.isArray(given) && given.length === 0
        answered[name] = typeof given === 'string' ? given : isNothing ? 'nothing' : 'given'
      } catch (error) {
        answered[name] = error instanceof Error ? error.name : `code ${(error as { code: number }).code}`
      }
    }
    const capture = (wanted: MediaStreamConstraints) => async () => {
      const stream = await navigator.mediaDevices.getUserMedia(wanted)
      return stream
        .getTracks()
        .map(({ kind }) => kind)
        .join(' ')
    }
    const place = () =>
      new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))
    const { usb, hid, serial } = navigator as unknown as Record<'usb' | 'hid' | 'serial', Devices>
    await ask('microphone', capture({ audio: true }))
    await ask('camera', capture({ video: true }))
    await ask('microphone and camera', capture({ audio: true, video: true }))
    await ask('screen', () => navigator.mediaDevices.getDisplayMedia({ video: true }))
    await ask('place', place)
    await ask('notifications', () => Notification.requestPermission())
    await ask('reading the clipboard', () => navigator.clipboard.readText())
    await ask('writing to the clipboard', () => navigator.clipboard.writeText('words'))
    await ask('midi', () => navigator.requestMIDIAccess({ sysex: true }))
    await ask('usb', () => usb.requestDevice({ filters: [] }))
    await ask('hid', () => hid.requestDevice({ filters: [] }))
    await ask('serial', () => serial.requestPort({}))
    return answered
  })
  expect(answers).toEqual({
    microphone: 'audio',
    camera: 'NotAllowedError',
    'microphone and camera': 'NotAllowedError',
    screen: 'NotAllowedError',
    place: 'code 1',
    notifications: 'granted',
    'reading the clipboard': 'NotAllowedError',
    'writing to the clipboard': 'given',
    midi: 'SecurityError',
    usb: 'NotFoundError',
    hid: 'nothing',
    serial: 'NotFoundError',
  })
  const granted = await page.evaluate(async () => {
    const names =
      'geolocation notifications camera microphone clipboard-read midi persistent-storage idle-detection'
    const states = await Promise.all(
      names.split(' ').map((name) => navigator.permissions.query({ name: name as PermissionName })),
    )
    return names.split(' ').filter((_, index) => states[index]?.state !== 'denied')
  })
  expect(granted).toEqual(['notifications', 'microphone'])
})

/** Missing in the DOM's types. */
interface Devices {
  requestDevice(wanted: object): Promise<unknown>
  requestPort(wanted: object): Promise<unknown>
}
