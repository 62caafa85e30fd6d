/** Imports: where files come in, and the history of those that did. */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Link } from '../components/Link.tsx'
import { Pager } from '../components/Pager.tsx'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { formatPlural } from '../format.ts'
import { importStep } from '../navigation/address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { FileDrop } from './FileDrop.tsx'
import { ImportHistory } from './ImportHistory.tsx'
import styles from './ImportsScreen.module.css'
import { KINDS } from './kind-words.ts'

export function ImportsScreen() {
  const { imports, files, workspace, navigation } = useStores()
  const state = useStore(imports)
  const { load, page } = state
  const { dataVersion } = useStore(workspace)
  const waiting = useStore(files, ({ files: chosen }) => chosen.length)
  useEffect(() => void load(page), [load, page, dataVersion])
  useUndoCommands()

  const take = async (picked: readonly File[]) => {
    if (picked.length === 0) return
    navigation.getState().go(importStep('file'))
    await files.getState().add(picked)
  }

  const entries = state.entries ?? []
  const present = new Set(entries.filter(entry => !entry.undone).map(entry => entry.kind))
  const locked = KINDS.filter(({ kind }) => !present.has(kind))
  return (
    <>
      <ScreenHeader title="Imports" hint={state.total > 0 ? formatPlural(state.total, 'file') : undefined} />
      <div className={styles.scroll} data-scroll="imports">
        <ScreenFailure failure={state.failure} onRetry={() => void load(page)} />
        <div className={styles.page}>
          <FileDrop onFiles={picked => void take(picked)}>
            <div>
              <h2>Bring in CSV files</h2>
              <p className={styles.hint}>Drop one or several here. You see what was recognised before anything is read in.</p>
            </div>
          </FileDrop>
          {waiting > 0 && (
            <p>
              {formatPlural(waiting, 'file is', 'files are')} chosen and not imported yet.{' '}
              <Link to={importStep('file')}>Go on with the import</Link>
            </p>
          )}
          {state.entries !== null && entries.length > 0 && (
            <section>
              <h2 className={styles.title}>History</h2>
              <ImportHistory entries={entries} busy={state.busy} onUndo={id => void state.undo(id)} onRedo={id => void state.redo(id)} />
              <Pager of="imports" page={page} total={state.total} onPage={next => void load(next)} />
            </section>
          )}
          {state.entries !== null && locked.length > 0 && (
            <section>
              <h2 className={styles.title}>{entries.length === 0 ? 'What each file unlocks' : 'What other files would unlock'}</h2>
              <ul className={styles.unlocks}>
                {locked.map(({ kind, name, row, unlocks }) => (
                  <li key={kind}>
                    <b>{name}</b>
                    <span>{unlocks}</span>
                    <small>{row}</small>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      </div>
    </>
  )
}

export function useUndoCommands() {
  const { imports } = useStores()
  const list = useMemo(
    () => [
      { id: 'undo', keys: 'Ctrl+z', label: 'Undo the latest import', group: 'Imports', run: () => void imports.getState().undoLatest() },
      {
        id: 'redo',
        keys: 'Ctrl+Shift+z',
        label: 'Redo what was undone',
        group: 'Imports',
        run: () => void imports.getState().redoLatest(),
      },
    ],
    [imports],
  )
  useCommands(list)
}
