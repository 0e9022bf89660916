import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import type { PageHost } from './host.ts'
import type { ConnectionState, StudioClient } from './studio-client.ts'

interface StudioHost {
  readonly client: StudioClient
  readonly host: PageHost
}

const StudioContext = createContext<StudioHost | null>(null)

/** Provides the studio and the page's host to all components below. */
export function StudioProvider({
  client,
  host,
  children,
}: {
  readonly client: StudioClient
  readonly host: PageHost
  readonly children: ReactNode
}) {
  return <StudioContext value={{ client, host }}>{children}</StudioContext>
}

function useStudioHost(): StudioHost {
  const studio = useContext(StudioContext)
  if (!studio) throw new Error('no StudioProvider above')
  return studio
}

export function useStudio(): StudioClient {
  return useStudioHost().client
}

export function useHost(): PageHost {
  return useStudioHost().host
}

export function useConnection(): ConnectionState {
  const client = useStudio()
  return useSyncExternalStore(
    (onChange) => client.onConnection(onChange),
    () => client.connection,
  )
}
