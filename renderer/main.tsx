// Style sheets have no exports; base is imported first, because it defines the order of the layers.
// oxlint-disable import/no-unassigned-import
import './ui/older-browsers.ts'
import './ui/base.css'
import './ui/forced-colors.css'
import './ui/tokens.css'
import './ui/fonts.css'
import { createRoot } from 'react-dom/client'
import type { WindowBridge } from '#contracts/window-bridge'
import { App } from './app.tsx'
import { pageLanguage, restoreAppearance } from './app-appearance.ts'
import { createBrowserHost } from './rpc/browser-host.ts'
import type { PageHost } from './rpc/host.ts'
import { PageAccess, takeToken } from './rpc/page-access.ts'
import type { StudioClient } from './rpc/studio-client.ts'
import { createWebSocketClient, socketUrl } from './rpc/web-socket-client.ts'
import { createWindowClient } from './rpc/window-client.ts'
import { createWindowHost } from './rpc/window-host.ts'
import { watchFocus } from './ui/last-focused.ts'

declare global {
  interface Window {
    /** Present only in the program's own window. */
    readonly parolo?: WindowBridge
  }
}

const token = takeToken(window)
restoreAppearance()
watchFocus(document)
const { client, host } = house()
const page = document.getElementById('page')
if (!page) throw new Error('index.html has no #page')
createRoot(page).render(<App client={client} host={host} bridge={window.parolo ?? null} />)

/** The program's window if its bridge exists, else a browser tab. */
function house(): { readonly client: StudioClient; readonly host: PageHost } {
  if (window.parolo) {
    const inWindow = createWindowClient(window.parolo, pageLanguage)
    return { client: inWindow, host: createWindowHost(window.parolo, inWindow, pageLanguage) }
  }
  const access = new PageAccess({ token, tab: window.sessionStorage, allTabs: window.localStorage })
  const overSocket = createWebSocketClient({
    url: socketUrl(window.location),
    access,
    language: pageLanguage,
  })
  return { client: overSocket, host: createBrowserHost(overSocket, access) }
}
