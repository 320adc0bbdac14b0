import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createSigner } from '../src/index.ts';
import { borrowBytes, returnBytes } from '../src/lib/scratch.ts';

// Takes what other tests left.
beforeEach(() => void borrowBytes(1));
afterEach(() => vi.restoreAllMocks());

describe('the buffer', () => {
  it('is used again when it is large enough', () => {
    const first = borrowBytes(10);
    returnBytes(first);
    expect(borrowBytes(10)).toBe(first);
    returnBytes(first);
    expect(borrowBytes(5)).toBe(first);
    returnBytes(first);
    const larger = borrowBytes(11);
    expect(larger).not.toBe(first);
    expect(larger.length).toBe(11);
  });

  it('is lent to one at a time', () => {
    const first = borrowBytes(10);
    returnBytes(first);
    expect(borrowBytes(10)).not.toBe(borrowBytes(10));
  });

  it('is not kept above one MiB', () => {
    const kept = borrowBytes(2 ** 20);
    returnBytes(kept);
    expect(borrowBytes(1)).toBe(kept);
    const dropped = borrowBytes(2 ** 20 + 1);
    returnBytes(dropped);
    expect(borrowBytes(1)).not.toBe(dropped);
  });

  it('holds nothing of a message after it was signed, or could not be', async () => {
    const seen: Uint8Array[] = [];
    const sign = vi.spyOn(crypto.subtle, 'sign').mockImplementation(async (_, _key, data) => {
      seen.push(data as Uint8Array);
      expect(new TextDecoder().decode(data)).toBe('PUT /\nhidden\n\n\n1');
      if (seen.length > 1) throw new Error('no more');
      return new ArrayBuffer(32);
    });
    const signer = createSigner({ apiKey: 'EXOkey', apiSecret: 'secret' }, { expires: 1 });
    const request = { method: 'PUT', url: 'https://host/', body: 'hidden' };
    await signer.sign(request);
    await expect(signer.sign(request)).rejects.toThrow('no more');
    expect(sign).toHaveBeenCalledTimes(2);
    expect(seen.map((bytes) => bytes.every((byte) => byte === 0))).toEqual([true, true]);
    expect(seen[0]?.buffer).toBe(seen[1]?.buffer);
  });
});
