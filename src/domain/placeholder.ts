/** Names, logins and e-mails that stand for nobody in particular. */

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
