import type { CDPSession, Page } from '@playwright/test'

/** The effects of an input method on the focused text, through Chromium's own protocol. */
export interface InputMethod {
  /** Shows the composition so far. */
  compose(text: string): Promise<void>
  /** Ends the composition with the text to insert. */
  commit(text: string): Promise<void>
  /** A dead key on Linux and macOS: the accent is composed, the letter ends it. */
  deadKey(accent: string, letter: string): Promise<void>
  /** A dead key on Windows: nothing is visible until the letter is typed. */
  silentDeadKey(letter: string): Promise<void>
}

export async function inputMethod(page: Page): Promise<InputMethod> {
  const session = await page.context().newCDPSession(page)
  const compose = (text: string): Promise<void> =>
    send(session, 'Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const commit = (text: string): Promise<void> => send(session, 'Input.insertText', { text })
  const press = (key: string): Promise<void> =>
    send(session, 'Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key,
      code: 'BracketLeft',
      windowsVirtualKeyCode: 229,
    })
  return {
    compose,
    commit,
    async deadKey(accent, letter) {
      await press('Dead')
      await compose(accent)
      await press('Process')
      await commit(letter)
    },
    async silentDeadKey(letter) {
      await press('Dead')
      await send(session, 'Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter })
    },
  }
}

type InputCommand = 'Input.imeSetComposition' | 'Input.insertText' | 'Input.dispatchKeyEvent'

async function send<Command extends InputCommand>(
  session: CDPSession,
  command: Command,
  values: Parameters<typeof session.send<Command>>[1],
): Promise<void> {
  await session.send(command, values)
}
