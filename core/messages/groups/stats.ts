import { messageGroup } from '../message-group.ts'

export const stats = messageGroup({}, {})
