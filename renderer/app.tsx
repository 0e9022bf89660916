import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import type { WindowBridge } from '#contracts/window-bridge'
import { BridgeProvider } from './rpc/app-bridge.tsx'
import { applyAppearance, pageLanguage, storeAppearance } from './app-appearance.ts'
import { createAppRouter } from './routes.tsx'
import type { PageHost } from './rpc/host.ts'
import { sendUnsavedNotes } from './publish/unsaved-notes.ts'
import { invalidateByEvents } from './rpc/invalidation.ts'
import { usePreferencesQuery } from './rpc/preferences-queries.ts'
import { createQueryClient } from './rpc/query-client.ts'
import { RecorderProvider } from './recorder/parts/use-recorder.tsx'
import type { SoundSystem } from './recorder/running/sources.ts'
import type { StudioClient } from './rpc/studio-client.ts'
import { StudioProvider } from './rpc/studio-context.tsx'
import { Toasts } from './ui/toast.tsx'
import { chosenLanguage, Words } from './ui/words.tsx'

export interface AppProps {
  readonly client: StudioClient
  readonly host: PageHost
  /** Null in a browser. */
  readonly bridge: WindowBridge | null
  /** Microphones and other recordable sources; tests pass their own. */
  readonly soundSystem?: SoundSystem
}

export function App({ client, host, bridge, soundSystem }: AppProps) {
  const [queries] = useState(createQueryClient)
  const [router] = useState(createAppRouter)
  useEffect(() => invalidateByEvents(client, queries), [client, queries])
  useEffect(() => sendUnsavedNotes(client, localStorage), [client])
  return (
    <QueryClientProvider client={queries}>
      <StudioProvider client={client} host={host}>
        <BridgeProvider bridge={bridge}>
          <Appearance>
            <RecorderProvider {...(soundSystem === undefined ? {} : { system: soundSystem })}>
              <RouterProvider router={router} />
            </RecorderProvider>
            <Toasts />
          </Appearance>
        </BridgeProvider>
      </StudioProvider>
    </QueryClientProvider>
  )
}

/** Applies the user's look and language; until they are loaded, those of the last start. */
function Appearance({ children }: { readonly children: ReactNode }) {
  const preferences = usePreferencesQuery().data
  useLayoutEffect(() => {
    if (!preferences) return
    applyAppearance(preferences)
    storeAppearance(preferences)
  }, [preferences])
  const language = preferences ? chosenLanguage(preferences.language, navigator.language) : pageLanguage()
  return <Words language={language}>{children}</Words>
}
