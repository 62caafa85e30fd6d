/** Who is who in the window: pairs that may be one person, programs, and what somebody decides about both. */
import type { Handlers } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { foldKey } from '../ingest/identity-keys.ts'
import { BOT, DIFFERENT_PEOPLE, isAboutIdentities, NOT_A_BOT, SAME_PERSON } from './identity-decisions.ts'
import { botEntries, identityCounts, suggestionEntries } from './identity-entries.ts'
import { placeOf } from './document-blocks.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import type { ServiceCore } from './service.ts'
import { pageOf } from './systems.ts'
import { withUserErrors } from './user-errors.ts'

type IdentityMethod = Extract<keyof Handlers, `identities.${string}`>

export function identityHandlers(core: ServiceCore): Pick<Handlers, IdentityMethod> {
  const analysed = (): LoadedAnalysis => {
    const analysis = core.session().analysis()
    if (!analysis) throw new AppError('not-found', 'Nothing has been analysed yet. Import contributions first.')
    return analysis
  }
  /** An analysis that runs makes way, for the next one follows from what is decided. */
  const change = async <Answer>(decide: () => Promise<Answer>): Promise<Answer> => {
    await core.jobs.makeWay()
    try {
      return await withUserErrors(decide)
    } finally {
      core.changed()
      core.refreshAnalysis()
    }
  }
  const suggestions = () => suggestionEntries(core.session().analysis(), core.session().identityDecisions())
  const bots = () => botEntries(core.session().analysis(), core.session().identityDecisions())
  return {
    'identities.list': async ({ page }) => {
      const entries = suggestions()
      return { counts: identityCounts(entries, bots(), core.session().analysis()?.identities ?? null), ...pageOf(entries, page) }
    },
    'identities.decide': async ({ a, b, same }) => {
      requirePair(analysed(), a, b)
      await change(() => core.session().workspace.decide(same ? SAME_PERSON : DIFFERENT_PEOPLE, { a, b }))
      return found(suggestions().find(entry => (entry.a.id === a && entry.b.id === b) || (entry.a.id === b && entry.b.id === a)))
    },
    'identities.bots': async ({ page }) => pageOf(bots(), page),
    'identities.decideBot': async ({ key, bot }) => {
      requireBot(analysed(), key)
      await change(() => core.session().workspace.decide(bot ? BOT : NOT_A_BOT, { key }))
      return found(bots().find(({ decided, key: known }) => decided?.bot === bot && foldKey(known) === foldKey(key)))
    },
    'identities.undo': async ({ decision }) => {
      const { workspace } = core.session()
      if (!workspace.decisions().some(one => one.id === decision && isAboutIdentities(one)))
        throw new AppError('not-found', `There is no decision ${decision} about identities in this workspace.`)
      await change(() => workspace.undoDecision(decision))
      return found(core.state())
    },
  }
}

function requirePair({ identities, people }: LoadedAnalysis, a: string, b: string): void {
  if (foldKey(a) === foldKey(b)) throw new AppError('bad-input', 'These are the same id. Choose two people.')
  for (const id of [a, b]) {
    if (identities.candidates.has(id) || placeOf(people, id) >= 0) continue
    throw new AppError('not-found', 'One of the two is not in the last analysis. Look at the list again.')
  }
}

function requireBot({ identities, people, person: personAt }: LoadedAnalysis, key: string): void {
  if (identities.bots.some(({ keys }) => keys.some(own => foldKey(own) === foldKey(key)))) return
  const place = placeOf(people, key)
  const person = place < 0 ? null : personAt(place).entry
  if (person?.inHris)
    throw new AppError('bad-input', 'This person is in the people file, so they are no program. Mend the people file if it is wrong.')
  if (!person) throw new AppError('not-found', 'Nobody of this name is in the last analysis. Look at the list again.')
}

/** What was just written is there unless the workspace was closed meanwhile. */
function found<Answer>(answer: Answer | null | undefined): Answer {
  if (answer === null || answer === undefined) throw new AppError('not-found', 'The workspace has changed. Look at the list again.')
  return answer
}
