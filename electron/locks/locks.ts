import { app, type Session } from 'electron'
import { isOurs } from './page-origin.ts'
import { mayAsk } from './permissions.ts'

/** What no page ever loads, be it by a link, a download or a form, of which a content policy says nothing. */
const FOREIGN = ['http', 'https', 'ws', 'wss', 'ftp'].map((scheme) => `${scheme}://*/*`).concat('file:///*')

/** Before the app is ready: no name is ever looked up, not even ahead of a click. */
export function lockNames(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/** No page, whatever it holds, gets out of its window: no navigation, no window, no webview, no permission. */
export function lockEverything(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(
      details.isMainFrame &&
        mayAsk(permission, details.requestingUrl, 'mediaTypes' in details ? details.mediaTypes : []),
    ),
  )
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) =>
    mayAsk(permission, origin, mediaType === undefined ? [] : [mediaType]),
  )
  session.setDevicePermissionHandler(() => false)
  // Dictionaries would be fetched from the net on Linux and Windows.
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest({ urls: FOREIGN }, (_request, answer) => answer({ cancel: true }))
  // Files go out by the save dialog alone.
  session.on('will-download', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isOurs(url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    // What a page holds unsent lies in its storage: no page keeps its window open.
    contents.on('will-prevent-unload', (event) => event.preventDefault())
    // A connection between browsers goes past the content policy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
