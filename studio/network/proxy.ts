import { isThisComputer } from './address.ts'

/** The proxy for an address as `http://HOST:PORT`; null: none. */
export type FindProxy = (url: URL) => Promise<URL | null>

type Environment = Readonly<Record<string, string | undefined>>

/** The proxy from HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in upper or lower case. */
export function environmentProxy(environment: Environment = process.env): FindProxy {
  return (url) => Promise.resolve(proxyFor(url, environment))
}

export function proxyFor(url: URL, environment: Environment): URL | null {
  const read = (name: string): string => environment[name.toLowerCase()] || environment[name] || ''
  if (isThisComputer(url) || isLeftOut(url, read('NO_PROXY'))) return null
  const text = (url.protocol === 'https:' ? read('HTTPS_PROXY') : read('HTTP_PROXY')) || read('ALL_PROXY')
  return parseProxy(text)
}

/** Whether NO_PROXY contains the host: `*`, a name, a domain with its subdomains, either with a port. */
function isLeftOut({ hostname, port, protocol }: URL, list: string): boolean {
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port
  return list
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true
      const [, name = '', entryPort] = /^(.*?)(?::(\d+))?$/u.exec(entry) ?? []
      if (entryPort !== undefined && entryPort !== ownPort) return false
      const domain = name.replace(/^\*?\./u, '')
      return hostname === domain || hostname.endsWith(`.${domain}`)
    })
}

/**
 * The proxy in a result of Chromium's `resolveProxy`, which has the form of PAC files: `PROXY host:port;
 * DIRECT`. Uses the first supported one; null for none.
 */
export function pacProxy(answer: string): URL | null {
  for (const entry of answer.split(';')) {
    const [kind = '', host = ''] = entry.trim().split(/\s+/u)
    if (kind.toUpperCase() === 'DIRECT') return null
    if (kind.toUpperCase() === 'PROXY') return parseProxy(host)
    if (kind.toUpperCase() === 'HTTPS') return parseProxy(`https://${host}`)
  }
  return null
}

function parseProxy(text: string): URL | null {
  const whole = /^https?:\/\//iu.test(text) ? text : `http://${text}`
  return text !== '' && URL.canParse(whole) ? new URL(whole) : null
}
