import { app, type Session, type WebContents } from 'electron'
import { isOurs } from './page-origin.ts'

/** What a page of ours may ask the system for: the microphone, once there is a recorder. Everything else is no. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** No page, whatever it holds, gets out of its window: no navigation, no window, no webview, no permission. */
export function lockEverything(session: Session): void {
  const mayAsk = (contents: WebContents | null, permission: string, origin: string) =>
    ALLOWED_PERMISSIONS.has(permission) && isOurs(origin) && contents !== null
  session.setPermissionRequestHandler((contents, permission, callback, details) =>
    callback(mayAsk(contents, permission, details.requestingUrl)),
  )
  session.setPermissionCheckHandler((contents, permission, origin) => mayAsk(contents, permission, origin))
  session.setDevicePermissionHandler(() => false)
  // Dictionaries would be fetched from the net on Linux and Windows.
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event, _item, contents) => {
    if (!isOurs(contents.getURL())) event.preventDefault()
  })
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isOurs(url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    // What a page holds unsent lies in its storage: no page keeps its window open.
    contents.on('will-prevent-unload', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
