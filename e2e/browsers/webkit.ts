import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { Builder, Key } from 'selenium-webdriver'
import { type BrowserKind, VIEWPORT } from './other-browser.ts'

const DRIVER = '/usr/bin/WebKitWebDriver'
const XVFB = '/usr/bin/xvfb-run'
const miniBrowser = findMiniBrowser()
const START_MS = 20_000

/** WebKitGTK's own small browser, over WebDriver. */
export const webkit: BrowserKind = {
  name: 'WebKit',
  missing: existsSync(DRIVER) && miniBrowser !== null ? null : 'webkit2gtk-driver is not installed',
  async start(environment) {
    const port = await freePort()
    const hasDisplay = Boolean(environment['DISPLAY'] ?? environment['WAYLAND_DISPLAY'])
    const command = [DRIVER, `--port=${port}`]
    if (!hasDisplay)
      command.unshift(XVFB, '-a', '-s', `-screen 0 ${VIEWPORT.width}x${VIEWPORT.height + 120}x24`)
    const service = spawn(command[0] ?? DRIVER, command.slice(1), {
      env: { ...environment, LC_ALL: 'en_GB.UTF-8', LANGUAGE: 'en_GB' },
      stdio: 'ignore',
      detached: true,
    })
    const server = `http://127.0.0.1:${port}`
    await untilReady(server, service)
    const driver = await new Builder()
      .disableEnvironmentOverrides()
      .usingServer(server)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
      })
      .build()
    await driver
      .manage()
      .window()
      .setRect({ x: 0, y: 0, ...VIEWPORT })
    return {
      name: 'WebKit',
      open: (address) => driver.get(address),
      evaluate: <Result, Argument>(inPage: (argument: Argument) => Result, argument: Argument) =>
        driver.executeScript<Result>(inPage, argument),
      async press(keys) {
        const names = keys.split('+')
        const held = names.slice(0, -1).map(keyOf)
        const actions = driver.actions()
        for (const key of held) actions.keyDown(key)
        actions.sendKeys(keyOf(names.at(-1) ?? ''))
        for (const key of held.toReversed()) actions.keyUp(key)
        await actions.perform()
      },
      type: (text) => driver.actions().sendKeys(text).perform(),
      click: (x, y) =>
        driver
          .actions()
          .move({ x: Math.round(x), y: Math.round(y), duration: 0 })
          .click()
          .perform(),
      async close() {
        await driver.quit()
        endGroup(service)
      },
    }
  },
}

const KEYS: Readonly<Record<string, string>> = {
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Enter: Key.ENTER,
  Tab: Key.TAB,
  Escape: Key.ESCAPE,
  Backspace: Key.BACK_SPACE,
  Home: Key.HOME,
  End: Key.END,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  F8: Key.F8,
}

function keyOf(name: string): string {
  const key = KEYS[name] ?? name
  if (key.length !== 1) throw new Error(`no key ${name}`)
  return key
}

function findMiniBrowser(): string | null {
  const root = '/usr/lib'
  const places = existsSync(root)
    ? readdirSync(root)
        .filter((name) => name.endsWith('-linux-gnu'))
        .flatMap((name) =>
          ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((kind) =>
            path.join(root, name, kind, 'MiniBrowser'),
          ),
        )
    : []
  return places.find(existsSync) ?? null
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' ? (address?.port ?? 0) : 0
      server.close(() => resolve(port))
    })
  })
}

async function untilReady(server: string, service: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS
  while (Date.now() < end && service.exitCode === null) {
    const isReady = await fetch(`${server}/status`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  endGroup(service)
  throw new Error('WebKitWebDriver did not start')
}

/** The virtual display ends with the driver. */
function endGroup(service: ChildProcess): void {
  if (service.pid === undefined || service.exitCode !== null) return
  process.kill(-service.pid, 'SIGTERM')
}
