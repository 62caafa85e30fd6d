/** Invented pairs who may be one person, invented bots, and a memory of what was decided about them. */
import type { Input, Output } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'

type Suggestion = Output<'identities.list'>['rows'][number]
type Bot = Output<'identities.bots'>['rows'][number]

const one = (id: string, name: string | null, inHris: boolean, keys: readonly string[], contributions: number): Suggestion['a'] => ({
  id,
  name,
  inHris,
  keys: [...keys],
  contributions,
})
const pair = (a: Suggestion['a'], b: Suggestion['a'], why: string): Suggestion => ({ a, b, why, decided: null })

export const PAIRS: readonly Suggestion[] = [
  pair(
    one('E10041', 'Amara Okafor', true, ['amara.okafor@example.org', 'aokafor'], 4_204),
    one('amara@okafor.dev', 'Amara Okafor', false, ['amara@okafor.dev', 'amarao'], 312),
    'The names are the same.',
  ),
  pair(
    one('E10090', 'Elif Yıldız', true, ['elif.yildiz@example.org'], 1_880),
    one('elif.yildiz@contractor.example', 'Elif Yildiz', false, ['elif.yildiz@contractor.example'], 77),
    'The e-mails are the same before the @.',
  ),
  pair(
    one('E10111', 'Tomáš Novák', true, ['tomas.novak@example.org', 'tnovak'], 902),
    one('TNovak', null, false, ['TNovak'], 41),
    'The logins differ only in case.',
  ),
  pair(
    one('E10055', 'Beatriz Moura', true, ['beatriz.moura@example.org'], 655),
    one('E20655', 'Beatriz Moura', true, ['beatriz.moura@example.org'], 0),
    'The same e-mail stands under two ids of the people file.',
  ),
  pair(
    one('E10181', 'Zoë Van den Berg', true, ['zoe.vandenberg@example.org'], 233),
    one(
      'zvdberg@example.net',
      'Zoe van den Berg',
      false,
      ['zvdberg@example.net', 'zvdberg', 'zoe-vdb', 'zvandenberg.work@students.example.edu'],
      18,
    ),
    'The names differ only in accents, punctuation or order.',
  ),
  pair(
    one('E10300', 'Katarzyna Nowak', true, ['katarzyna.nowak@example.org'], 1_204),
    one('k.nowack@example.org', 'Katarzyna Nowack', false, ['k.nowack@example.org'], 9),
    'The names differ in one letter.',
  ),
  pair(
    one('chen.wei@example.org', 'Chen Wei', false, ['chen.wei@example.org'], 512),
    one('cwei', 'Chen W.', false, ['cwei', 'chen.wei@personal.example'], 140),
    'A login is the part of an e-mail before the @.',
  ),
]

const BOTS: readonly Bot[] = [
  { key: 'dependabot[bot]', name: 'dependabot[bot]', sign: 'is marked [bot]', contributions: 61_204, decided: null },
  {
    key: 'renovate@whitesource.example',
    name: 'Renovate Bot',
    sign: 'has the login of an automation',
    contributions: 22_018,
    decided: null,
  },
  { key: 'noreply@deploy.example.org', name: null, sign: 'writes from an address nobody reads', contributions: 4_402, decided: null },
  {
    key: 'release-train',
    name: 'Release Train',
    sign: 'commits at all 24 hours of the day on 7 days of the week',
    contributions: 548,
    decided: null,
  },
  { key: 'travis@example.org', name: 'Travis Bot', sign: 'has the name of an automation', contributions: 29, decided: null },
]

export interface FakeIdentities {
  readonly list: (input: Input<'identities.list'>) => Output<'identities.list'>
  readonly bots: (input: Input<'identities.bots'>) => Output<'identities.bots'>
  readonly decide: (input: Input<'identities.decide'>) => Suggestion
  readonly decideBot: (input: Input<'identities.decideBot'>) => Bot
  /** Throws AppError `not-found`. */
  readonly undo: (decision: number) => void
}

const paged = <Row>(rows: readonly Row[], page: number) => ({ total: rows.length, rows: rows.slice(page * 100, page * 100 + 100) })

export function fakeIdentities(given: readonly Suggestion[] = PAIRS, givenBots: readonly Bot[] = BOTS): FakeIdentities {
  let pairs = [...given]
  let bots = [...givenBots]
  let newest = 0
  const openFirst = () => [...pairs.filter(each => each.decided === null), ...pairs.filter(each => each.decided !== null)]
  const found = <Row>(row: Row | undefined): Row => {
    if (row === undefined) throw new AppError('not-found', 'Nobody of this workspace is called so.')
    return row
  }
  return {
    list: ({ page }) => ({
      counts: {
        open: pairs.filter(each => each.decided === null).length,
        decided: pairs.filter(each => each.decided !== null).length,
        bots: bots.length,
      },
      ...paged(openFirst(), page),
    }),
    bots: ({ page }) => paged(bots, page),
    decide: ({ a, b, same }) => {
      const decided = { ...found(pairs.find(each => each.a.id === a && each.b.id === b)), decided: { same, decision: ++newest } }
      pairs = pairs.map(each => (each.a.id === a && each.b.id === b ? decided : each))
      return decided
    },
    decideBot: ({ key, bot }) => {
      const decided = { ...found(bots.find(each => each.key === key)), decided: { bot, decision: ++newest } }
      bots = bots.map(each => (each.key === key ? decided : each))
      return decided
    },
    undo: decision => {
      const isMeant = (row: Suggestion | Bot) => row.decided?.decision === decision
      found([...pairs, ...bots].find(isMeant))
      pairs = pairs.map(each => (isMeant(each) ? { ...each, decided: null } : each))
      bots = bots.map(each => (isMeant(each) ? { ...each, decided: null } : each))
    },
  }
}
