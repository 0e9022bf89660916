import { fixturePath } from '../support/libraries.ts'
import { studioPage } from '../support/studio-page.ts'
import { dropFiles } from './drop-files.ts'
import { programFolder, programPath } from './program.ts'
import { expect, test } from './test.ts'
import { canTrace, trace } from './trace.ts'

test(`no process of the program tries the network, nor can a page make it (needs PAROLO_ELECTRON and strace)`, async ({
  home,
  start,
}) => {
  test.skip(!canTrace, 'strace is not there or may not trace')
  const traced = await trace('network', programPath(), home.folder)
  const program = await start({ executablePath: traced.executablePath, words: [programFolder] })
  const { page } = program
  const studio = studioPage(page)

  // Typical work: a recording is transcribed and played, and a word is misspelled.
  await expect(page.getByRole('button', { name: 'Open the sample' })).toBeVisible()
  await dropFiles(page, [fixturePath('two-voices-8s-en.opus')])
  await page
    .getByRole('dialog', { name: 'Transcribe this recording' })
    .getByRole('button', { name: 'Transcribe' })
    .click()
  await page.getByRole('main').getByRole('link', { name: 'two-voices-8s-en' }).click()
  await expect(studio.lines.first()).toContainText(/\w+ \w+/u, { timeout: 150_000 })
  await expect(page.getByRole('main').getByRole('button', { name: 'Stop' })).toBeHidden({ timeout: 150_000 })
  await studio.toLine(studio.lines.first())
  await page.keyboard.type('Mispeled ')
  await studio.saved()
  const player = page.getByRole('region', { name: 'Player' })
  await player.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(player.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
  expect(reached(await traced.calls())).toEqual([])
  const spelling = await program.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())
  expect(spelling).toBe(false)

  // What no content policy covers: DNS prefetches before a click, and connections between browsers.
  const gathered = await page.evaluate(async () => {
    for (const [rel, href] of [
      ['dns-prefetch', 'https://looked-up.example.org/'],
      ['preconnect', 'https://connected.example.org/'],
      ['preconnect', 'https://192.0.2.2/'],
    ] as const) {
      const link = document.createElement('link')
      link.rel = rel
      link.href = href
      document.head.append(link)
    }
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: ['stun:192.0.2.3:3478', 'stun:stun.example.org:3478'] },
        { urls: 'turn:192.0.2.3:3478?transport=tcp', username: 'words', credential: 'words' },
      ],
    })
    peer.createDataChannel('words')
    const done = new Promise((resolve) => {
      peer.addEventListener('icegatheringstatechange', () => {
        if (peer.iceGatheringState === 'complete') resolve(true)
      })
    })
    await peer.setLocalDescription(await peer.createOffer())
    return await done
  })
  expect(gathered).toBe(true)
  await program.quit()
  const all = await traced.calls()
  // The pipes between its own processes are local sockets: without them nothing was traced at all.
  expect(all.some((call) => call.includes('AF_UNIX'))).toBe(true)
  expect(reached(all).filter((call) => !LOCAL_ADDRESS_PROBE.test(call))).toEqual([])
})

/** How WebRTC asks the kernel for this machine's own address: a UDP socket that sends nothing. */
const LOCAL_ADDRESS_PROBE = /^connect\(.*sin6?_port=htons\(53\).*(?:"8\.8\.8\.8"|"2001:4860:4860::8888")/u

/** Calls with the address of another machine. */
function reached(calls: readonly string[]): string[] {
  return calls
    .filter((call) => /^(?:connect|send\w*)\(/u.test(call) && /sin6?_port=/u.test(call))
    .filter((call) => !/inet_addr\("127\.|"::1"/u.test(call))
}
