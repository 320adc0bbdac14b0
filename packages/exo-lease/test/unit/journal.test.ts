// When an entry of the journal is dead, and that it is replaced as a whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createJournal, readJournal } from '../../src/journal/journal-file.ts';
import { identifyProcess, stateOf } from '../../src/journal/process-identity.ts';
import { stateFolder } from '../../src/journal/state-folder.ts';

const record = {
  method: 'scoped-role',
  name: 'p.1.a.lo.u.m',
  expiresAt: 1,
  phase: 'made',
} as const;

describe.runIf(process.platform === 'linux')('the state of a process', () => {
  it('is running, and over once it has ended', async () => {
    const child = spawn('sleep', ['30']);
    await once(child, 'spawn');
    const identity = identifyProcess(child.pid ?? 0);
    expect(stateOf(identity)).toBe('running');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(stateOf(identity)).toBe('over');
  });

  it.each([
    ['over for a reused id', { startTime: '1' }, 'over'],
    ['unknown after a reboot or on another machine', { bootId: 'x' }, 'unknown'],
    ['unknown in another container', { namespace: 'pid:[1]' }, 'unknown'],
  ])('is %s', (_, other, expected) => {
    const identity = identifyProcess(process.pid);
    if (!identity) throw new Error('Linux tells the identity of a process');
    expect(stateOf({ ...identity, ...other })).toBe(expected);
  });

  it('is unknown where the system does not tell', () => {
    expect(identifyProcess(process.pid, 'win32')).toBeUndefined();
    expect(stateOf(undefined)).toBe('unknown');
  });
});

describe('the journal', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'exo-lease-'));
  });

  afterEach(() => rmSync(home, { recursive: true }));

  const place = (): { env: Record<string, string>; platform: 'linux' } => ({
    env: { HOME: home },
    platform: 'linux',
  });

  it('keeps one file for a lease, and none once it is over', () => {
    const journal = createJournal(place(), 'EXO1');
    journal({ ...record, phase: 'intended' });
    journal(record);
    const folder = join(stateFolder(place()), 'leases');
    expect(readdirSync(folder)).toEqual([`${record.name}.json`]);
    expect(readJournal(place())).toMatchObject([{ entry: { parentKey: 'EXO1', record } }]);
    journal(undefined);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('ends with a message where its folder can never be made', () => {
    const nowhere = { env: { XDG_STATE_HOME: '/proc' }, platform: 'linux' } as const;
    expect(() => createJournal(nowhere, 'EXO1')(record)).toThrow(
      expect.objectContaining({ code: 'ERR_JOURNAL_UNWRITABLE' }) as Error,
    );
  });

  it('tells a file that is not an entry from one that is', () => {
    createJournal(place(), 'EXO1')(record);
    const folder = join(stateFolder(place()), 'leases');
    const foreign = { ...record, name: 'sks-ccm-1' };
    const other = JSON.stringify({ version: 1, parentKey: 'EXO1', record: foreign });
    for (const text of ['{', 'null', '{"version": 2}', other]) {
      writeFileSync(join(folder, 'broken.json'), text);
      expect(readJournal(place()).map(({ entry }) => entry === undefined)).toEqual([true, false]);
    }
  });

  it.each([
    ['linux', { HOME: '/h' }, '/h/.local/state/exo-lease'],
    ['linux', { HOME: '/h', XDG_STATE_HOME: '/s' }, '/s/exo-lease'],
    ['darwin', { HOME: '/h' }, '/h/Library/Application Support/exo-lease'],
  ] as const)('is in the state folder of %s: %j', (platform, env, expected) => {
    expect(stateFolder({ platform, env })).toBe(expected);
  });
});
