// The routes that need no token: health, and how to use the broker.
import type { Hono } from 'hono';

import type { AppContext, AppEnv } from './app-context.ts';
import { createOpenApi } from './openapi.ts';

const probeMs = 1_000;

export function addPublicRoutes(app: Hono<AppEnv>, context: AppContext): void {
  const { current, store, isReady, version } = context;
  const storeProblem = createProbe(store);

  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  app.get('/readyz', async (c) => {
    const problem = isReady() ? await storeProblem() : 'starting or stopping';
    return problem === undefined
      ? c.json({ status: 'ready' })
      : c.json({ status: 'not ready', reason: problem }, 503);
  });

  app.get('/.well-known/exo-broker', (c) => {
    const { config } = current();
    return c.json({
      version,
      'public-url': config.publicUrl,
      audience: {
        github: `${config.publicUrl}?recipient={recipient}`,
        gitlab: config.publicUrl,
        manage: config.publicUrl,
      },
      issuers: config.issuers.map(({ kind, url }) => ({ kind, url })),
      leases: `${config.publicUrl}/v1/leases`,
      openapi: `${config.publicUrl}/openapi.json`,
    });
  });

  app.get('/openapi.json', (c) => {
    const { config } = current();
    return c.json(createOpenApi({ version, publicUrl: config.publicUrl }));
  });
}

// These routes have no rate limit, so the store is read at most once a second.
function createProbe(store: AppContext['store']): () => Promise<string | undefined> {
  let askedAt = -Infinity;
  let answer: Promise<string | undefined> = Promise.resolve(undefined);
  return () => {
    if (performance.now() - askedAt < probeMs) return answer;
    askedAt = performance.now();
    answer = store.ping().then(
      () => undefined,
      () => 'the store cannot be used',
    );
    return answer;
  };
}
