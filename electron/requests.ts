import { writeFile } from 'node:fs/promises'
import { app, BrowserWindow, dialog, ipcMain, shell, type IpcMainInvokeEvent } from 'electron'
import type { MenuState, WindowRequests } from '#contracts/window-bridge'
import { isTrustedSender } from './sender.ts'
import type { StudioLink } from './studio-link.ts'
import path from 'node:path'

type Answers = {
  readonly [Name in keyof WindowRequests]: (
    value: WindowRequests[Name]['value'],
    window: BrowserWindow,
  ) => Promise<WindowRequests[Name]['answer']>
}

/** What the page may ask of its window, each by a name of its own; anything else is refused. */
export function answerRequests(studio: () => StudioLink, onMenuState: (state: MenuState) => void): void {
  const answers: Answers = {
    'save-file': async ({ fileName, bytes }, window) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: path.join(app.getPath('documents'), path.basename(fileName)),
        properties: ['showOverwriteConfirmation', 'createDirectory'],
      })
      if (canceled || filePath === undefined || filePath === '') return false
      await writeFile(filePath, bytes)
      return true
    },
    'pick-folder': async (_value, window) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] })
      return canceled ? null : (filePaths[0] ?? null)
    },
    'show-in-folder': async ({ recordingId }) => {
      const file = await studio().ask('media', { recordingId, kind: 'original' })
      if (file === null) return false
      shell.showItemInFolder(file.path)
      return true
    },
    'menu-state': (state) => {
      onMenuState(state)
      return Promise.resolve(null)
    },
  }
  ipcMain.handle('window', async (event: IpcMainInvokeEvent, name: unknown, value: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!isTrustedSender(event) || window === null) throw new Error('not from the page')
    if (typeof name !== 'string' || !Object.hasOwn(answers, name))
      throw new Error(`no request ${String(name)}`)
    return await (
      answers[name as keyof Answers] as (value: unknown, window: BrowserWindow) => Promise<unknown>
    )(value, window)
  })
}
