import { messageGroup } from '../message-group.ts'

export const library = messageGroup({}, {})
