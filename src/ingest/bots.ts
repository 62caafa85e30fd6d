/** Contributors that are programs, by signs that are well known. */

const LOGINS = new Set(
  `
  dependabot dependabot-preview renovate renovate-bot renovatebot github-actions github-merge-queue web-flow greenkeeper
  greenkeeperio-bot snyk-bot codecov codecov-io coveralls mergify allcontributors imgbot pre-commit-ci semantic-release
  semantic-release-bot jenkins travis travis-ci travisci circleci circle-ci teamcity bamboo-ci gitlab-ci gitlab-bot
  azure-pipelines buildkite sonarcloud sonarqube weblate transifex crowdin k8s-ci-robot copilot-swe-agent netlify vercel
  bors homu stale lerna concourse jenkins-ci github-classroom changeset-release release-please pyup pyup-bot
`
    .trim()
    .split(/\s+/),
)

const NO_REPLY = new Set(['noreply', 'no-reply', 'donotreply', 'do-not-reply', 'notifications'])

/** Also people's names: a sign only where they stand alone as a login. */
const FIRST_NAMES = new Set(['travis'])

/** Why a contributor is taken for a program, in words; null for everybody else. */
export function botSign(key: string, name: string | null): string | null {
  const login = loginOf(key)
  const isMail = key.includes('@')
  if (login.includes('[bot]') || name?.toLowerCase().includes('[bot]')) return 'is marked [bot]'
  if (isBotName(login) && !(isMail && FIRST_NAMES.has(login))) return 'has the login of an automation'
  if (isMail && NO_REPLY.has(login)) return 'writes from an address nobody reads'
  const nameAsLogin = (name ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
  return isBotName(nameAsLogin) && !FIRST_NAMES.has(nameAsLogin) ? 'has the name of an automation' : null
}

const isBotName = (name: string) => LOGINS.has(name) || /[-_.]bot$|^bot[-_]|^bot$|(?:^|[-_.])(?:ci-user|build-?bot|autobot)$/.test(name)

/** The part of an e-mail before the @, without a GitHub number; a login as it is. */
function loginOf(key: string): string {
  const folded = key.trim().toLowerCase()
  const local = folded.split('@', 1)[0]!
  return folded.endsWith('@users.noreply.github.com') ? local.replace(/^\d+\+/, '') : local
}
