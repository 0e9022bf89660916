import type { CDPSession, Page } from '@playwright/test'

/** What an input method does with the text that has the focus, by Chromium's own protocol. */
export interface InputMethod {
  /** Shows what is composed so far. */
  compose(text: string): Promise<void>
  /** Composed to its end: this is what goes in. */
  commit(text: string): Promise<void>
  /** A dead key as Linux and macOS have it: the accent is composed, the letter ends it. */
  deadKey(accent: string, letter: string): Promise<void>
  /** A dead key as Windows has it: nothing is seen until the letter comes. */
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
