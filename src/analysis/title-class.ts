/** What a job title says: whether it stands for coordinating others, and which trade it belongs to. */
import { NO_TITLE_RULES } from '../domain/title-rules.ts'
import type { TitleRules } from '../domain/title-rules.ts'

export interface TitleClass {
  readonly isCoordinating: boolean
  /** Held for the time being: neither a move nor a way back. */
  readonly isActing: boolean
  /** The trade, seniority taken out; null for coordinating titles, and where nothing is left. */
  readonly role: string | null
}

/** Managers of a thing, not of people or of other people's work. */
const OF_THINGS =
  /\b(product|account|community|content|category|brand|case|asset|knowledge|data|configuration|relationship|success|media|release) (manager|managerin|mgr)\b/g
/** Chiefs and directors by craft. */
const OF_CRAFT = /\b(chief (software |technical )?(engineer|architect|scientist|designer|programmer)|art director)\b/g

const COORDINATING = [
  /\b(manager|managerin|mgr|management|supervisor|superintendent|foreman|coordinator|pmo)\b/,
  /\b(head of|director|vp|svp|evp|avp|president|chief|c[etfopimd]o|ciso)\b/,
  /\b(team|group|squad|chapter|tribe|people|delivery|project|program|programme|department|section|practice) ?(lead|leader)\b/,
  /\b(scrum master|agile coach|release train engineer|project office)\b/,
  /\b(\w*leiter|\w*leiterin|\w*leitung|koordinator|koordinatorin|geschaftsfuhrer|geschaftsfuhrerin|direktor|direktorin)\b/,
  /\b(responsable|chef d\w*|directeur|directrice|coordinateur|coordinatrice|jefe|jefa|gerente|coordinador|coordinadora|directora)\b/,
]
const ACTING = /\b(acting|interim|temporary|kommissarisch\w*|provisional)\b/

const SENIORITY =
  /\b(junior|jr|senior|sr|staff|principal|lead|leading|associate|distinguished|fellow|mid|middle|entry|level|grade|expert|trainee|apprentice|intern|graduate|chief|head|deputy|of|the|and|i|ii|iii|iv|v|vi|l\d+|ic\d+|p\d+|e\d+|t\d+|\d+)\b/g

/** The first that fits: what stands before the trade's own name (`security engineer`) comes before it. */
const ROLES: readonly (readonly [string, RegExp])[] = [
  ['security', /security|infosec|penetration/],
  ['testing', /\b(test|tester|testing|qa|quality|sdet)\b/],
  ['operations', /\b(operations|sysadmin|administrator|sre|reliability|devops|infrastructure|network|release|systems engineer)\b/],
  ['database', /\b(database|dba)\b/],
  ['machine learning', /\b(machine learning|ml|ai|scientist|data science)\b/],
  ['data', /\b(data|analytics|bi|warehouse|etl)\b/],
  ['design', /\b(design|designer|ux|ui|art director)\b/],
  ['research', /\b(research|researcher)\b/],
  ['support', /\b(support|helpdesk|service desk|customer)\b/],
  ['field service', /\b(field|technician|installation|installer)\b/],
  ['sales', /\b(sales|account|presales|pre sales|solutions?|success)\b/],
  ['consulting', /\b(consultant|consulting|advisor)\b/],
  ['architecture', /\b(architect|architecture)\b/],
  ['software', /\b(engineer|developer|programmer|software|swe|sde|entwickler|entwicklerin|tech|technical|coder|frontend|backend)\b/],
  ['product', /\b(product)\b/],
  ['analysis', /\b(analyst|analysis)\b/],
  ['writing', /\b(writer|writing|editor|content|documentation)\b/],
  ['teaching', /\b(teacher|trainer|instructor|lecturer)\b/],
  ['marketing', /\b(marketing|growth|brand|community|media)\b/],
  ['compliance', /\b(compliance|audit|auditor|legal|counsel|risk|privacy)\b/],
  ['finance', /\b(finance|accountant|accounting|controller)\b/],
  ['delivery', /\b(delivery|project|program|programme)\b/],
]

/** Words in lower case, parted by single spaces, accents taken off. */
function wordsOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** What the rules name comes before what the words say; of two that fit, the longer one. */
export function titleClassOf(title: string, rules: TitleRules = NO_TITLE_RULES): TitleClass {
  const words = wordsOf(title)
  const others = words.replace(OF_THINGS, ' ').replace(OF_CRAFT, ' ')
  const [coordinating, individual] = [longestNamed(words, rules.coordinating), longestNamed(words, rules.individual)]
  const isCoordinating = coordinating === individual ? COORDINATING.some(pattern => pattern.test(others)) : coordinating > individual
  return { isCoordinating, isActing: ACTING.test(words), role: isCoordinating ? null : roleOf(words) }
}

/** The length of the longest of these that stands in the title as whole words; 0 where none does. */
function longestNamed(words: string, named: readonly string[]): number {
  return named.map(wordsOf).reduce((longest, one) => (` ${words} `.includes(` ${one} `) ? Math.max(longest, one.length) : longest), 0)
}

function roleOf(words: string): string | null {
  const known = ROLES.find(([, pattern]) => pattern.test(words))
  if (known) return known[0]
  return words.replace(ACTING, ' ').replace(SENIORITY, ' ').replace(/\s+/g, ' ').trim() || null
}
