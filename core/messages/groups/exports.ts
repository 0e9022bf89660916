import { messageGroup } from '../message-group.ts'

export const exports = messageGroup({}, {})
