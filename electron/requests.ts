import path from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, shell, type IpcMainInvokeEvent } from 'electron'
import { describeFault } from '#contracts/describe-fault'
import { Fault } from '#contracts/errors'
import {
  type MenuState,
  windowRequests,
  type WindowAnswer,
  type WindowRequest,
  type WindowRequestInput,
  type WindowRequestOutput,
} from '#contracts/window-bridge'
import { factsOf } from '#studio/drives/files'
import { mediaExtensions } from '#core/formats/media-files'
import { type ProgramLanguage, say } from '#core/messages/messages'
import type { RecorderPresence } from './recorder/recorder-presence.ts'
import { isTrustedSender } from './security/sender.ts'
import { StudioRefused, type StudioLink } from './processes/studio-link.ts'
import { saveFilters } from './save-filters.ts'
import { writeInto } from './write-into.ts'
import { writeBeside } from './write-beside.ts'
import { writeWhole } from './write-whole.ts'

type Answers = {
  readonly [Name in WindowRequest]: (
    value: WindowRequestInput<Name>,
    window: BrowserWindow,
  ) => Promise<WindowRequestOutput<Name>>
}

export interface RequestOptions {
  readonly ask: StudioLink['ask']
  /** The page's language, for dialogs and errors. */
  readonly language: () => ProgramLanguage
  readonly onMenuState: (state: MenuState) => void
  readonly onComeForward: () => void
  readonly openLibrary: (folder: string) => Promise<void>
  readonly onDisplayCapture: () => void
  readonly onRecording: (isRecording: boolean, window: BrowserWindow) => void
  readonly recorder: Pick<RecorderPresence, 'show' | 'openStrip' | 'command' | 'momentText'>
}

/** Filter of the system's dialog; any file may be chosen, as the content decides whether it plays. */
async function recordingExtensions(): Promise<string[]> {
  // Loaded on demand: reading all formats would delay the first window.
  const { readExtensions } = await import('#core/formats/reading/read-files')
  return [...mediaExtensions, ...readExtensions()].map((extension) => extension.slice(1))
}

/** The requests a page may make of its window, by name; anything else is refused. */
export function answerRequests({
  ask,
  language,
  onMenuState,
  onComeForward,
  openLibrary,
  onDisplayCapture,
  onRecording,
  recorder,
}: RequestOptions): void {
  /** Folders that the person picked: a page may write into them by name. */
  const picked = new Set<string>()
  const answers: Answers = {
    'save-file': async ({ fileName, bytes }, window) => {
      const file = await pickTarget(window, fileName, language())
      if (file === null) return null
      await writeWhole(file, bytes)
      return path.basename(file)
    },
    'save-files': async ({ files }, window) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      })
      const [folder] = filePaths
      if (canceled || folder === undefined) return false
      for (const { fileName, bytes } of files) await writeBeside(folder, path.basename(fileName), bytes)
      return true
    },
    'save-film': async (request, window) => {
      const target = await pickTarget(window, request.fileName, language())
      if (target === null) return null
      const fileName = path.basename(target)
      const { jobId, leftOut } = await ask('film', {
        request: { ...request, fileName },
        path: target,
        language: language(),
      })
      return { jobId, leftOut: [...leftOut], fileName }
    },
    'pick-files': async ({ several, archives = false }, window) => {
      const recordings = archives ? [] : await recordingExtensions()
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: several ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [
          archives
            ? { name: say(language(), 'window.archives'), extensions: ['bz2', 'tbz2', 'gz', 'tgz', 'zip'] }
            : { name: say(language(), 'window.recordings'), extensions: recordings },
          { name: say(language(), 'window.all-files'), extensions: ['*'] },
        ],
      })
      return canceled ? [] : filePaths
    },
    'pick-folder': async (_value, window) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openDirectory', 'createDirectory'],
      })
      const [folder] = filePaths
      if (canceled || folder === undefined) return null
      picked.add(folder)
      return folder
    },
    'save-into': async ({ folder, files, replace }) => {
      if (!picked.has(folder)) throw new Fault('call.bad-input', { call: 'save-into' }, 'not a picked folder')
      return { taken: await writeInto(folder, files, replace) }
    },
    'open-library': async ({ folder }) => {
      await openLibrary(folder)
      return null
    },
    'show-in-folder': async ({ recordingId }) => {
      const file = await ask('media', { recordingId, kind: 'original' })
      if (file === null) return false
      await factsOf(file.path).catch((error: unknown) => {
        if (error instanceof Fault) throw error
        throw new Fault('media.moved', { file: file.path }, String(error), error)
      })
      shell.showItemInFolder(file.path)
      return true
    },
    'come-forward': () => {
      onComeForward()
      return Promise.resolve(null)
    },
    'allow-display-capture': () => {
      onDisplayCapture()
      return Promise.resolve(null)
    },
    recording: (isRecording, window) => {
      onRecording(isRecording, window)
      return Promise.resolve(null)
    },
    'recorder-view': (view) => {
      recorder.show(view)
      return Promise.resolve(null)
    },
    'small-window': () => {
      recorder.openStrip()
      return Promise.resolve(null)
    },
    'recorder-command': (command) => {
      recorder.command(command)
      return Promise.resolve(null)
    },
    'moment-text': ({ text }) => {
      recorder.momentText(text)
      return Promise.resolve(null)
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
    return await answerRequest(answers, name as WindowRequest, value, window, language)
  })
}

/** Where to save a file, by the system's dialog; null if the person cancels. */
async function pickTarget(
  window: BrowserWindow,
  fileName: string,
  language: ProgramLanguage,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: path.join(app.getPath('documents'), path.basename(fileName)),
    filters: saveFilters(fileName, language),
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return canceled || filePath === undefined || filePath === '' ? null : filePath
}

async function answerRequest<Name extends WindowRequest>(
  answers: Answers,
  name: Name,
  value: unknown,
  window: BrowserWindow,
  language: () => ProgramLanguage,
): Promise<WindowAnswer<WindowRequestOutput<Name>>> {
  try {
    const checked = windowRequests[name].in.safeParse(value)
    if (!checked.success) throw new Fault('call.bad-input', { call: name }, checked.error.message)
    return { kind: 'done', output: await answers[name](checked.data as WindowRequestInput<Name>, window) }
  } catch (error) {
    // The studio's own errors already have a message.
    return {
      kind: 'failed',
      error: error instanceof StudioRefused ? error.error : describeFault(error, language()),
    }
  }
}
