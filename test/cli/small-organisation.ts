/** A small invented organisation as rows: enough of everything that real exports hold, made by a seeded generator. */
import { INPUT_COLUMNS, INPUT_KINDS, type InputKind } from '../../src/domain/input-kind.ts'
import { createRandom } from './random.ts'

export type Row = Readonly<Record<string, string>>
export type Files = Readonly<Record<InputKind, readonly Row[]>>

interface Member {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly login: string
}

const NAMES = [
  ['Ulrika', 'Brandtvik'],
  ['Oswin', 'Talberg'],
  ['Mirela', 'Costache'],
  ['Jostein', 'Quill'],
  ['Saanvi', 'Raodeo'],
  ['Élodie', 'Marchetière'],
  ['Tobiah', 'Nkemdirim'],
  ['Wanda', 'Zielonka'],
  ['Ignace', 'Verhoeckx'],
  ['Petronella', 'Ashgrove'],
  ['Kazimir', 'Dolgoruk'],
  ['Liv', 'Östergaard'],
] as const

/** Everybody in the people file. */
export const MEMBERS: readonly Member[] = NAMES.map(([first, last], index) => {
  const login = `${first.slice(0, 1)}${last}`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
  return { id: `EMP-${7001 + index}`, name: `${first} ${last}`, email: `${login}@larkmoor.example`, login }
})

/** Somebody who contributes and is in no people file. */
export const STRANGER = { key: 'contractor@gullwing.example', name: 'Corentin Vasseldyk' }

/** Each text by which one of these people could be told. */
export const PERSONAL_TEXTS: readonly string[] = [
  ...MEMBERS.flatMap(({ id, name, email, login }) => [id, name, email, login, name.split(' ')[1]!]),
  STRANGER.key,
  STRANGER.name,
]

const SYSTEMS = ['Ledger', 'Gateway', 'Warehouse', 'Mailroom'] as const
const FIRST_DAY = Date.UTC(2022, 0, 3)
const DAYS = 1200
const DAY_MS = 86_400_000

export const dayText = (day: number) => new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10)

export function smallOrganisation(): Files {
  return {
    people: people(),
    history: history(),
    contributions: contributions(),
    meetings: meetings(),
    components: SYSTEMS.slice(0, 3).map((component, index) => ({
      component,
      criticality: String(5 - index),
      owner_unit: 'Engineering',
      regulated: index === 0 ? 'yes' : 'no',
      core: 'yes',
    })),
    work_items: Array.from({ length: 30 }, (_, index) => ({
      work_item: `LM-${index}`,
      title: `Item ${index}`,
      component: SYSTEMS[index % 4]!,
      opened_at: dayText(index * 30),
      started_at: dayText(index * 30 + 3),
      finished_at: index % 5 === 0 ? '' : dayText(index * 30 + 17),
      status: index % 5 === 0 ? 'open' : 'done',
      size: String(1 + (index % 8)),
      handoffs: String(index % 3),
    })),
    artifacts: SYSTEMS.flatMap(component =>
      Array.from({ length: 12 }, (_, index) => ({
        artifact: `${component.toLowerCase()}/part-${index}.ts`,
        component,
        status: index === 11 ? 'removed' : 'current',
        lines: String(40 + index),
      })),
    ),
  }
}

function people(): Row[] {
  return MEMBERS.map(({ id, name, email, login }, index) => ({
    person_id: id,
    name,
    email,
    aliases: login,
    manager_id: index === 0 ? '' : index < 4 ? MEMBERS[0]!.id : MEMBERS[1 + (index % 3)]!.email,
    title: index < 4 ? 'Head of Engineering' : 'Software Engineer',
    role_family: 'engineering',
    level: `L${3 + (index % 3)}`,
    level_rank: String(3 + (index % 3)),
    org_unit: index % 2 === 0 ? 'Product/Payments' : 'Product/Post',
    fte: index === 7 ? '0.5' : '1',
    hire_date: dayText(index * 10),
    termination_date: index === 5 ? dayText(900) : '',
    performance_rating: String(2 + (index % 4)),
    rating_max: '5',
    comp_ratio: (0.9 + index / 100).toFixed(2),
    demographic_gender: index % 2 === 0 ? 'woman' : 'man',
  }))
}

function history(): Row[] {
  return MEMBERS.flatMap(({ id }, index) => [
    { person_id: id, effective_date: dayText(index * 10), title: 'Software Engineer', level: 'L3', track: 'ic', reason: 'hire' },
    ...(index < 4
      ? [
          {
            person_id: id,
            effective_date: dayText(600 + index),
            title: 'Head of Engineering',
            level: 'L5',
            track: 'manager',
            reason: 'promotion',
          },
        ]
      : []),
  ])
}

/** With a leaver, a stranger, a program, renames, helpers, uses, blank cells and rows that are equal. */
function contributions(): Row[] {
  const random = createRandom(20240229)
  const rows: Row[] = []
  for (let index = 0; index < 900; index++) {
    const system = Math.floor(random() * 4)
    const part = Math.floor(random() * 12)
    // Each system has a few people who do most of it.
    const member = MEMBERS[(system * 3 + Math.floor(random() ** 2 * 6)) % 12]!
    const artifact = `${SYSTEMS[system]!.toLowerCase()}/part-${part}.ts`
    const hour = String(8 + (index % 10)).padStart(2, '0')
    const kind = ['commit', 'pull_request', 'fix', 'review', 'documentation', 'meeting', 'design_decision'][Math.floor(random() * 7)]!
    rows.push({
      contribution_id: index % 3 === 0 ? '' : `k${index}`,
      person: index % 97 === 0 ? STRANGER.key : index % 89 === 0 ? 'dependabot[bot]' : [member.id, member.email, member.login][index % 3]!,
      person_name: index % 97 === 0 ? STRANGER.name : '',
      occurred_at: `${dayText(Math.floor(random() * DAYS))}T${hour}:15:00+02:00`,
      kind,
      component: kind === 'meeting' ? '' : SYSTEMS[system]!,
      artifact: kind === 'meeting' ? '' : artifact,
      work_item: index % 4 === 0 ? `LM-${index % 30}` : '',
      title: index % 5 === 0 ? `Change "${index}", and more` : `Change ${index}`,
      size: kind === 'meeting' ? '' : String(1 + Math.floor(random() * 200)),
      hours: index % 11 === 0 ? '2.5' : '',
      change: part === 3 && index % 2 === 0 ? 'renamed' : rows.length < 80 ? 'added' : 'changed',
      previous_artifact: part === 3 && index % 2 === 0 ? `${SYSTEMS[system]!.toLowerCase()}/part-10.ts` : '',
      participants: index % 6 === 0 ? `${MEMBERS[index % 12]!.login};${MEMBERS[(index + 5) % 12]!.id}` : '',
      uses: index % 8 === 0 ? `${SYSTEMS[(system + 1) % 4]!.toLowerCase()}/part-${part}.ts` : '',
      outcome: kind === 'design_decision' ? 'worked' : '',
      agent: index % 13 === 0 ? 'yes' : '',
    })
  }
  const twice = rows.filter(row => row['contribution_id'] === '').slice(0, 5)
  return [...rows, ...twice]
}

function meetings(): Row[] {
  return MEMBERS.flatMap(({ email }, index) =>
    Array.from({ length: 30 }, (_, week) => ({
      person: email,
      week: dayText(900 + week * 7),
      meeting_hours: String(4 + ((index * 7 + week) % 9)),
      focus_hours: week % 4 === 0 ? '' : String(10 + (week % 5)),
      meetings: String(5 + (week % 4)),
      attendees: String(20 + week),
      one_on_one_hours: '1.5',
      agent_actions: String(index % 2 === 0 ? week : 0),
    })),
  )
}

/** Rows with the must-have columns of their kind and no other. */
export function mustColumnsOnly(kind: InputKind, rows: readonly Row[]): Row[] {
  return rows.map(row => Object.fromEntries(INPUT_COLUMNS[kind].must.map(column => [column, row[column] ?? ''])))
}

export const optionOf = (kind: InputKind) => `--${kind.replace('_', '-')}`
export const KINDS = INPUT_KINDS
