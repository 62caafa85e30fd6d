import { describe, expect, it } from 'vitest'
import { chordOf, createCommands, isSingleKey, matchCommand, type Command } from '../../renderer/navigation/commands.ts'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})
const command = (id: string, keys: string): Command => ({ id, keys, label: id, group: 'Test', run: () => undefined })

describe('chords', () => {
  it('name a key as commands spell it', () => {
    expect(chordOf(press(' '))).toBe('Space')
    expect(chordOf(press('?', { shiftKey: true }))).toBe('?')
    expect(chordOf(press('F6', { shiftKey: true }))).toBe('Shift+F6')
    expect(chordOf(press('Z', { ctrlKey: true, shiftKey: true }))).toBe('Ctrl+Shift+z')
    expect(chordOf(press('z', { metaKey: true }))).toBe('Ctrl+z')
  })

  it('know which keys dictation could trigger', () => {
    expect(isSingleKey('g s')).toBe(true)
    expect(isSingleKey('/')).toBe(true)
    expect(isSingleKey('Ctrl+z')).toBe(false)
    expect(isSingleKey('F6')).toBe(false)
  })
})

describe('matching', () => {
  const commands = [command('systems', 'g s'), command('peek', 'Space'), command('shell table', 't'), command('screen table', 't')]

  it('waits for the second key of a sequence', () => {
    expect(matchCommand(commands, ['g']).kind).toBe('prefix')
    expect(matchCommand(commands, ['g', 's'])).toMatchObject({ kind: 'command', command: { id: 'systems' } })
    expect(matchCommand(commands, ['g', 'x']).kind).toBe('none')
  })

  it('lets a screen go before the shell', () => {
    expect(matchCommand(commands, ['t'])).toMatchObject({ command: { id: 'screen table' } })
  })
})

describe('the registry', () => {
  const storage = () => {
    const kept = new Map<string, string>()
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
  }

  it('forgets the commands of a screen that went away, and no others', () => {
    const registry = createCommands(storage())
    registry.getState().register([command('stays', 'a')])
    const leave = registry.getState().register([command('goes', 'a')])
    leave()
    expect(registry.getState().commands.map(({ id }) => id)).toEqual(['stays'])
  })

  it('remembers that single keys were switched off', () => {
    const kept = storage()
    createCommands(kept).getState().setSingleKeys(false)
    expect(createCommands(kept).getState().singleKeys).toBe(false)
    createCommands(kept).getState().setSingleKeys(true)
    expect(createCommands(kept).getState().singleKeys).toBe(true)
  })
})
