import { messageGroup } from '../message-group.ts'

export const speaking = messageGroup({}, {})
