/** How keys (e-mails, logins, ids) and names are compared. */
import { isPlaceholder } from '../domain/placeholder.ts'

/** E-mails without case, and without the name around them; logins and ids as they are. */
export function foldKey(key: string): string {
  const trimmed = key.trim()
  const mail = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(trimmed)?.[1] ?? trimmed
  return mail.includes('@') ? mail.toLowerCase() : mail
}

/** Names without case and with single blanks; null for none and for such as nobody bears. */
export function foldName(name: string | null): string | null {
  const folded = (name ?? '').normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
  return isPlaceholder(folded) ? null : folded
}

/** The login in `123+login@users.noreply.github.com`; null for any other key. */
export function loginOfKey(foldedKey: string): string | null {
  return /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/.exec(foldedKey)?.[1] ?? null
}
