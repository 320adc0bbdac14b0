// The HTTP surface: request ids, limits, problem documents, one log line and one audit entry for a request.
import { randomUUID } from 'node:crypto';

import { Hono, type Context } from 'hono';

import type { AuditEntry } from '../audit/audit.ts';
import { BrokerError } from '../errors.ts';
import type { AppContext, AppEnv, RequestFacts } from './app-context.ts';
import { addLeaseRoutes } from './lease-routes.ts';
import { problemResponse } from './problem.ts';
import { addPublicRoutes } from './public-routes.ts';

type RequestContext = Context<AppEnv>;

const methodsOf: Readonly<Record<string, string>> = {
  '/v1/leases': 'POST',
  '/v1/leases/:id': 'GET, HEAD, DELETE',
  '/healthz': 'GET, HEAD',
  '/readyz': 'GET, HEAD',
  '/.well-known/exo-broker': 'GET, HEAD',
  '/openapi.json': 'GET, HEAD',
};

export function createApp(context: AppContext): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.use(async (c, next) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    const peer = c.env.incoming?.socket.remoteAddress ?? 'unknown';
    const { clientAddress } = context.current();
    const address = clientAddress(peer, c.req.header('x-forwarded-for') ?? null);
    c.set('facts', { requestId, address });
    c.header('X-Request-Id', requestId);
    c.header('X-Content-Type-Options', 'nosniff');
    await next();
    await report(context, c, performance.now() - startedAt);
  });

  app.use('*', async (c, next) => {
    // A probe of the orchestrator must not fail because it is frequent.
    if (!/^\/(?:healthz|readyz)$/.test(c.req.path))
      await context.limits.address(c.var.facts.address);
    await next();
  });

  addPublicRoutes(app, context);
  addLeaseRoutes(app, context);

  for (const [path, allowed] of Object.entries(methodsOf)) {
    app.all(path, (c) => {
      c.header('Allow', allowed);
      throw new BrokerError(
        'ERR_METHOD',
        `${c.req.method} is not allowed here. Expected ${allowed}.`,
      );
    });
  }
  app.notFound((c) =>
    refuse(
      c,
      new BrokerError('ERR_NOT_FOUND', 'This path does not exist. See /.well-known/exo-broker.'),
    ),
  );
  app.onError((error, c) => refuse(c as RequestContext, error));
  return app;

  function refuse(c: RequestContext, error: unknown): Response {
    const { requestId } = c.var.facts;
    if (!(error instanceof BrokerError)) {
      context.log.error({ err: error, requestId }, 'a request failed for an unknown reason');
    }
    const known =
      error instanceof BrokerError
        ? error
        : new BrokerError('ERR_UNAVAILABLE', 'The broker failed. Its log has the reason.');
    c.error = known;
    const response = problemResponse(hideStore(known), requestId);
    for (const [name, value] of c.res.headers) {
      if (name !== 'content-type') response.headers.set(name, value);
    }
    return response;
  }
}

// The address of the store is internal.
function hideStore(error: BrokerError): BrokerError {
  if (error.code !== 'ERR_STORE') return error;
  return new BrokerError(
    'ERR_UNAVAILABLE',
    'The store is not available. Try again in a few seconds.',
    {
      retryAfterSeconds: 5,
    },
  );
}

async function report(context: AppContext, c: RequestContext, tookMs: number): Promise<void> {
  const { facts } = c.var;
  const { status } = c.res;
  const route = methodsOf[c.req.routePath] ? c.req.routePath : 'none';
  const error = c.error instanceof BrokerError ? c.error : undefined;
  const outcome = error?.problem.code ?? 'ok';
  context.metrics.request({ route, status });
  const { requestId, address } = facts;
  const { method } = c.req;
  const line = { requestId, method, route, status, tookMs: Math.round(tookMs), address, outcome };
  const level = status >= 500 ? 'warn' : 'info';
  context.log[level]({ ...line, lease: facts.leaseId, ...causeOf(error) }, 'request');
  if (!route.startsWith('/v1/')) return;
  if (method === 'POST') {
    context.metrics.mint({ code: error ? outcome : 'leased', seconds: tookMs / 1000 });
  }
  await context.audit.record(
    toAuditEntry(facts, { method, outcome, reason: error?.reason ?? error?.message }),
  );
}

// Only the operator sees the reason for an outage.
function causeOf(error: BrokerError | undefined): { readonly reason?: string } {
  if (!error || error.problem.status < 500) return {};
  return { reason: error.message };
}

function toAuditEntry(
  facts: RequestFacts,
  told: { readonly method: string; readonly outcome: string; readonly reason: string | undefined },
): AuditEntry {
  const { identity, requestId, rule, leaseId, key, state } = facts;
  const { method, outcome, reason } = told;
  return {
    event: events[method] ?? method,
    requestId,
    outcome: outcome === 'ok' ? (state ?? 'ok') : outcome,
    reason,
    lease: leaseId,
    key,
    rule,
    issuer: identity?.issuer,
    repositoryId: identity?.job.repositoryId,
    run: identity?.job.run,
    claimsHash: identity?.claimsHash,
  };
}

const events: Readonly<Record<string, string>> = {
  POST: 'lease',
  GET: 'look',
  HEAD: 'look',
  DELETE: 'end',
};
