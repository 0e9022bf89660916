/** Where a page in a browser gets its secret: POST of `{token}`; the answer is `{secret}`, or 403. */
export const ENTER_PATH = '/enter'
/** Asks for a ticket: POST of `{path}` with the secret in the header `Authorization`; the answer is `{ticket}`. */
export const TICKET_PATH = '/ticket'
/** Name of the token's parameter in the address opened first. */
export const TOKEN_MEMBER = 'token'
/** Name of the ticket's parameter in the address of a sound, picture, film or download. */
export const TICKET_MEMBER = 'ticket'
/** Close code of a WebSocket whose first message has no valid secret. */
export const NOT_ENTERED = 4403

export interface EnterAnswer {
  readonly secret: string
}

export interface TicketAnswer {
  readonly ticket: string
}

/** First message of every WebSocket. Nothing else is sent before the answer. */
export interface SocketEntry {
  readonly kind: 'enter'
  readonly secret: string
}

export interface SocketEntered {
  readonly kind: 'entered'
}
