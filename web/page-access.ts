import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { type EnterAnswer, TICKET_MEMBER, type TicketAnswer } from '#contracts/web-access'
import type { Entrance } from './entrance.ts'
import type { PageSecrets } from './page-secrets.ts'
import { readSmallJson } from './small-json.ts'
import type { Tickets } from './tickets.ts'

export interface PageAccess {
  readonly entrance: Entrance
  readonly secrets: PageSecrets
  readonly tickets: Tickets
}

const EnterRequest = z.strictObject({ token: z.string().max(200) })
const TicketRequest = z.strictObject({ path: z.string().max(500) })

const BEARER = /^Bearer ([\w-]{1,200})$/u

/** The hash of the secret in `Authorization`; null if there is none or it is unknown. */
export async function secretHashOf(
  request: IncomingMessage,
  { secrets }: PageAccess,
): Promise<Buffer | null> {
  const given = BEARER.exec(request.headers.authorization ?? '')?.[1]
  return given === undefined ? null : await secrets.recognize(given)
}

/** Whether a request for a file has the page's secret, or a ticket for exactly this path. */
export async function mayRead(
  request: IncomingMessage,
  pathname: string,
  access: PageAccess,
): Promise<boolean> {
  const query = new URLSearchParams((request.url ?? '').slice(pathname.length))
  const ticket = query.get(TICKET_MEMBER)
  if (ticket !== null && access.tickets.admits(pathname, ticket)) return true
  return (await secretHashOf(request, access)) !== null
}

/** Answers a page that sends the address's token: a new secret, or 403. */
export async function exchangeToken(
  request: IncomingMessage,
  response: ServerResponse,
  { entrance }: PageAccess,
): Promise<void> {
  const asked = EnterRequest.safeParse(await readSmallJson(request))
  const secret = asked.success ? await entrance.enter(asked.data.token) : null
  if (secret === null) answerJson(response, 403, {})
  else answerJson(response, 200, { secret } satisfies EnterAnswer)
}

/** Answers a page that has a secret and needs a ticketed address for an element to load. */
export async function giveTicket(
  request: IncomingMessage,
  response: ServerResponse,
  access: PageAccess,
): Promise<void> {
  const hash = await secretHashOf(request, access)
  const asked = TicketRequest.safeParse(await readSmallJson(request))
  const ticket = hash !== null && asked.success ? access.tickets.issue(hash, asked.data.path) : null
  if (hash === null) answerJson(response, 403, {})
  else if (ticket === null) answerJson(response, 400, {})
  else answerJson(response, 200, { ticket } satisfies TicketAnswer)
}

function answerJson(response: ServerResponse, status: number, body: object): void {
  const bytes = Buffer.from(JSON.stringify(body))
  // The unread rest of a body would precede the next request on the connection.
  const headers = response.req.complete ? {} : { Connection: 'close' }
  response
    .writeHead(status, {
      'Content-Type': 'application/json',
      'Content-Length': bytes.length,
      'Cache-Control': 'no-store',
      ...headers,
    })
    .end(bytes)
}
