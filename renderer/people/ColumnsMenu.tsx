/** Which columns the table has. Scores stay off until somebody asks for them. */
import { Check, Columns3 } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { classes } from '../components/classes.ts'
import choice from '../components/Choice.module.css'
import { PEOPLE_COLUMNS, type PeopleColumn } from './people-query.ts'
import { COLUMN_WORDS } from './PersonCells.tsx'

interface Props {
  columns: readonly PeopleColumn[]
  onChange: (columns: readonly PeopleColumn[]) => void
}

export function ColumnsMenu({ columns, onChange }: Props) {
  return (
    <MenuTrigger>
      <Button className={choice.chip ?? ''} data-focus="people-columns">
        <Columns3 size={14} aria-hidden="true" /> Columns
      </Button>
      <Popover className={choice.popover ?? ''} offset={4} placement="bottom end">
        <Menu
          aria-label="Columns"
          className={choice.list ?? ''}
          selectionMode="multiple"
          selectedKeys={columns}
          onSelectionChange={keys => onChange(PEOPLE_COLUMNS.filter(column => keys === 'all' || keys.has(column)))}
        >
          {PEOPLE_COLUMNS.map(column => (
            <MenuItem key={column} id={column} textValue={COLUMN_WORDS[column].label} className={choice.option ?? ''}>
              {({ isSelected }) => (
                <>
                  <Check size={14} aria-hidden="true" className={classes(choice.check, isSelected && choice.checked)} />
                  {COLUMN_WORDS[column].label}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
