import { expect, it, vi } from 'vitest';

it('can be imported where TextEncoder is missing, as under jest with jsdom', async () => {
  vi.stubGlobal('TextEncoder', undefined);
  // The query makes the module load anew.
  const fresh: string = '../src/lib/utf8.ts?fresh';
  const { utf8 } = (await import(fresh).finally(() => vi.unstubAllGlobals())) as {
    utf8: (text: string) => Uint8Array;
  };
  expect(utf8('ü')).toEqual(Uint8Array.of(0xc3, 0xbc));
});
