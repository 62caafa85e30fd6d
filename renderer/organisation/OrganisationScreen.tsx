/** The organisation: units as a tree with their load, as an icicle, and work with agents. */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { EmptyState } from '../components/EmptyState.tsx'
import { Link } from '../components/Link.tsx'
import { QualityNotes } from '../components/QualityNotes.tsx'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatPlural } from '../format.ts'
import { ORGANISATION, type OrganisationAddress, type OrganisationView } from '../navigation/organisation-address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { NothingYet } from '../shell/NothingYet.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { AgentsView } from './AgentsView.tsx'
import { IcicleView } from './IcicleView.tsx'
import styles from './OrganisationScreen.module.css'
import { RowsBehind } from './RowsBehind.tsx'
import { highestOf } from './unit-columns.tsx'
import { pathTo, treeOf } from './unit-tree.ts'
import { UnitPanel } from './UnitPanel.tsx'
import { UnitTreegrid } from './UnitTreegrid.tsx'
import { unitsCaption } from './unit-words.ts'

const TABS: readonly { readonly view: OrganisationView; readonly label: string }[] = [
  { view: 'units', label: 'Units' },
  { view: 'icicle', label: 'Icicle' },
  { view: 'agents', label: 'Agents' },
]

export function OrganisationScreen({ address }: { address: OrganisationAddress }) {
  const { organisation, workspace } = useStores()
  const { failure, load, units } = useStore(organisation)
  const { dataVersion, workspace: open } = useStore(workspace)
  const analysed = open?.analysis.status !== 'none'
  useEffect(() => {
    if (analysed) void load()
  }, [analysed, load, dataVersion])
  return (
    <>
      <ScreenHeader
        title="Organisation"
        actions={
          <nav aria-label="Views of the organisation" className={styles.tabs}>
            {TABS.map(({ view, label }) => (
              <Link key={view} to={{ ...ORGANISATION, view, unit: address.unit }} current={view === address.view} focusName={`tab:${view}`}>
                {label}
              </Link>
            ))}
          </nav>
        }
      />
      {open && !analysed ? (
        <NothingYet workspace={open} title="Bring in files to see what coordination carries, unit by unit">
          <p>
            A <b>people</b> file with org_unit makes the units; manager_id, their span and layers.
          </p>
          <p>
            <b>contributions</b> show who coordinates and who builds; <b>meetings</b>, work to meeting; <b>work_items</b>, what binds a
            unit.
          </p>
        </NothingYet>
      ) : (
        <>
          <ScreenFailure failure={failure} onRetry={() => void load()} />
          {units === null && failure === null && address.view !== 'agents' && <Waiting>Reading the units</Waiting>}
          <Views address={address} withPeople={open?.scope.shows !== 'systems_and_units'} />
        </>
      )}
    </>
  )
}

function Views({ address, withPeople }: { address: OrganisationAddress; withPeople: boolean }) {
  const { organisation, navigation } = useStores()
  const { units, about, open, setOpen, panelWidth, setPanelWidth } = useStore(organisation)
  const top = useMemo(() => treeOf(units ?? []), [units])
  const chosen = units?.find(({ unit }) => unit === address.unit) ?? null
  const { go, replace } = navigation.getState()
  const choose = (unit: string | null) => {
    replace({ ...address, unit, behind: null })
    if (unit !== null) setOpen(pathTo(unit), true)
  }
  // A unit that an address names is in sight.
  useEffect(() => {
    if (address.unit !== null) setOpen(pathTo(address.unit), true)
  }, [address.unit, setOpen, units])
  useOrganisationCommands(address)
  const show = (behind: OrganisationAddress['behind']) => go({ ...address, behind })
  return (
    <>
      {units !== null && about !== null && units.length > 0 && address.view !== 'agents' && (
        <div className={styles.caption}>
          <p>{unitsCaption(units, about.window)}</p>
          {about.unitsLeftOut !== null && about.unitsLeftOut > 0 && (
            <p>
              {formatPlural(about.unitsLeftOut, 'unit is', 'units are')} too small to be shown in a workspace of systems and units only.
            </p>
          )}
          <QualityNotes notes={about.quality} />
        </div>
      )}
      <div className={styles.split}>
        {address.view === 'agents' && <AgentsView withPeople={withPeople} onFigure={show} />}
        {address.view !== 'agents' && units?.length === 0 && (
          <EmptyState title="No unit is known">
            <p>
              The column <b>org_unit</b> of the people file makes the units: a path such as Product/Payments/Ledger. With it come their
              coordination, span, layers, and what binds them.
            </p>
          </EmptyState>
        )}
        {address.view === 'units' && units !== null && units.length > 0 && (
          <UnitTreegrid units={units} top={top} open={open} chosen={address.unit} onOpen={setOpen} onChoose={choose} />
        )}
        {address.view === 'icicle' && units !== null && units.length > 0 && (
          <IcicleView top={top} highestRatio={highestOf(units).coordinationRatio} chosen={address.unit} onChoose={choose} />
        )}
        {chosen !== null && address.view !== 'agents' && (
          <UnitPanel
            unit={chosen}
            withPeople={withPeople}
            width={panelWidth}
            onWidth={setPanelWidth}
            onClose={() => choose(null)}
            onFigure={show}
          />
        )}
      </div>
      {address.behind !== null && withPeople && (
        <RowsBehind figure={address.behind} onClose={() => replace({ ...address, behind: null })} />
      )}
    </>
  )
}

/** J and K walk rows, T changes between tree and icicle, Escape closes what is open, the rows first. */
function useOrganisationCommands(address: OrganisationAddress) {
  const { navigation } = useStores()
  const list = useMemo(() => {
    const group = 'Organisation'
    const { go, replace } = navigation.getState()
    const move = (step: 1 | -1) => walkRows(document, step)
    const swap = () => go({ ...address, view: address.view === 'units' ? 'icicle' : 'units', behind: null })
    const close = () => {
      const focus = address.unit === null ? null : `[data-focus="unit:${CSS.escape(address.unit)}"]`
      replace(address.behind === null ? { ...address, unit: null } : { ...address, behind: null })
      if (focus !== null) document.querySelector<HTMLElement>(focus)?.focus()
    }
    const closing =
      address.behind === null && address.unit === null ? [] : [{ id: 'close', keys: 'Escape', label: 'Close', group, run: close }]
    return [
      { id: 'down', keys: 'j', label: 'Next row', group, run: () => move(1) },
      { id: 'up', keys: 'k', label: 'Row before', group, run: () => move(-1) },
      { id: 'table', keys: 't', label: 'Tree or icicle', group, run: swap },
      ...closing,
    ]
  }, [navigation, address])
  useCommands(list)
}

/** From the row that has the focus to the next one; from elsewhere to the first. */
export function walkRows(root: Document, step: 1 | -1): void {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-unit], [data-row]')]
  const from = root.activeElement?.closest<HTMLElement>('[data-unit], [data-row]')
  const target = from ? rows[rows.indexOf(from) + step] : rows[0]
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'nearest' })
}
