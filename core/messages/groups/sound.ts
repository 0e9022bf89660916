import { messageGroup } from '../message-group.ts'

export const sound = messageGroup({}, {})
