import { messageGroup } from '../message-group.ts'

/** Errors of remote calls, edits and imports. */
export const api = messageGroup({}, {})
