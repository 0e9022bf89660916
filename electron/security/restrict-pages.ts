import { app, type Session } from 'electron'
import { isRequestAllowed } from './allowed-requests.ts'
import type { DisplayCapture } from './display-capture.ts'
import { isOurs } from './page-origin.ts'
import { isPermissionAllowed } from './permissions.ts'

/** Before the app is ready: disables name resolution, including prefetching for links. */
export function disableNameResolution(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/**
 * Confines every page to its window: no navigation, no new window, no webview, no permission. `onBlocked` is
 * called for each request that is not allowed.
 */
export function restrictPages(
  session: Session,
  displayCapture: DisplayCapture,
  onBlocked: (address: string) => void,
): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(
      details.isMainFrame &&
        isPermissionAllowed(
          permission,
          details.requestingUrl,
          'mediaTypes' in details ? details.mediaTypes : [],
          displayCapture.isAllowed,
        ),
    ),
  )
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) =>
    isPermissionAllowed(
      permission,
      origin,
      mediaType === undefined ? [] : [mediaType],
      displayCapture.isAllowed,
    ),
  )
  displayCapture.answerRequests(session)
  session.setDevicePermissionHandler(() => false)
  // On Linux and Windows the dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false)
  // Also covers links, downloads and forms, which a content security policy does not.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const isAllowed = isRequestAllowed(url)
    if (!isAllowed) onBlocked(url)
    answer({ cancel: !isAllowed })
  })
  // Files are saved only through the save dialog.
  session.on('will-download', (event) => event.preventDefault())
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isOurs(url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    // Unsent edits are in the page's storage, so no page may keep its window open.
    contents.on('will-prevent-unload', (event) => event.preventDefault())
    // WebRTC connections are not covered by the content security policy.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
