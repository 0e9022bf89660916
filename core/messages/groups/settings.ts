import { messageGroup } from '../message-group.ts'

export const settings = messageGroup({}, {})
