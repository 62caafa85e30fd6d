/** How keys (e-mails, logins, ids) and names are compared, and which of them say nothing. */

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

const PLACEHOLDERS = new Set(
  `
  -, ., ?, unknown, none, null, nil, undefined, n/a, na, no name, noname, no author, (no author), anonymous, anon, root,
  admin, administrator, system, user, username, nobody, guest, test, me, default, localhost, git, svn, ubuntu, your name,
  your full name, name, author, unassigned, deleted user, former user, ghost, unbekannt, inconnu, developer, dev, vagrant
`
    .trim()
    .split(/\s*,\s*/),
)

/** Whether a name, a login or the part of an e-mail before the @ stands for nobody in particular. */
export function isPlaceholder(text: string): boolean {
  const folded = text.trim().toLowerCase()
  if (folded === '' || PLACEHOLDERS.has(folded)) return true
  const [local, domain] = folded.split('@')
  if (domain === undefined) return false
  return (
    /^(?:you|your|your\.?name|your\.?email|email|unknown|none|nobody|root|admin|\(none\))?$/.test(local!) &&
    /^(?:example\.(?:com|org)|localhost(?:\.localdomain)?|unknown|none|\(none\)|[^.]*\.?local(?:domain)?|email\.com|domain\.com)?$/.test(
      domain,
    )
  )
}
