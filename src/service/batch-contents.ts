/** What the files of one batch hold, as far as it is held against the workspace: keys of rows, and the people listed. */
import type { InputKind } from '../domain/input-kind.ts'
import type { AcceptedRow } from '../ingest/accepted-row.ts'
import { type ComparedKind, keyOf } from './row-keys.ts'

export class BatchContents {
  /** Empty but for the people, unless the batch is checked. */
  readonly keys: Readonly<Record<ComparedKind, Set<string>>> = {
    people: new Set(),
    history: new Set(),
    components: new Set(),
    work_items: new Set(),
    artifacts: new Set(),
  }
  readonly #isCheck: boolean

  constructor({ isCheck }: { readonly isCheck: boolean }) {
    this.#isCheck = isCheck
  }

  /** The ids of everybody whom the people files list. */
  get people(): ReadonlySet<string> {
    return this.keys.people
  }

  note(accepted: AcceptedRow): void {
    if (!isCompared(accepted)) return
    // Job events that a people file tells of come with a row of the person.
    const isOfPeople = accepted.kind === 'history' && accepted.of === 'people'
    if (accepted.kind === 'people' || (this.#isCheck && !isOfPeople)) this.keys[accepted.kind].add(keyOf(accepted))
  }
}

export const isComparedKind = (kind: InputKind): kind is ComparedKind => kind !== 'contributions' && kind !== 'meetings'
const isCompared = (accepted: AcceptedRow): accepted is Extract<AcceptedRow, { kind: ComparedKind }> => isComparedKind(accepted.kind)
