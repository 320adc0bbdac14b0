// The endpoint's certificate comes from an authority that this machine does not know, as behind a proxy
// that opens TLS.
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { playScenario } from '@x/action-harness';
import { expect, it } from 'vitest';

import { openImpostor } from './support/impostor.ts';

const action = new URL('..', import.meta.url);

it('sends nothing, tries once, and says how to trust the authority', () =>
  playScenario(action, async (job) => {
    const impostor = await openImpostor();
    const inputs = { endpoint: `${impostor.url}/v2` };
    const main = await job.main({ inputs });
    expect(main.exitCode).toBe(1);
    expect(main.annotations).toHaveLength(1);
    expect(main.annotations[0]?.message).toContain('could not be sent');
    expect(main.annotations[0]?.message).toContain('NODE_EXTRA_CA_CERTS');
    expect(impostor.requests).toEqual([]);
    // Nothing can have been made, so post has nothing to look for.
    const post = await job.post();
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toEqual([]);

    const file = join(tmpdir(), `authority-${process.pid}.pem`);
    await writeFile(file, impostor.cert);
    await job.main({ step: 'trusted', inputs, env: { NODE_EXTRA_CA_CERTS: file } });
    expect(impostor.requests).toContain('POST /v2/iam-role');
    await impostor.close();
    await rm(file);
  }));
