// POST, GET and DELETE of leases (DESIGN section 9).
import type { Context, Hono } from 'hono';

import { BrokerError } from '../errors.ts';
import type { Identity } from '../identity/identity.ts';
import type { LeaseRequest } from '../lease/lease-request.ts';
import { isRevokeToken } from '../lease/revoke-token.ts';
import { checkRecipient } from '../lease/seal-lease.ts';
import { ttlWithin } from '../lease/ttl.ts';
import { checkCeiling, pollingWithin, refuseBesideRole } from '../policy/check-ceiling.ts';
import { selectRule } from '../policy/select-rule.ts';
import type { AppContext, AppEnv, RequestFacts } from './app-context.ts';
import { readLeaseBody } from './read-body.ts';
import { bearerToken, idempotencyKey, leaseId } from './request-headers.ts';

type LeaseContext = Context<AppEnv>;

export function addLeaseRoutes(app: Hono<AppEnv>, context: AppContext): void {
  app.post('/v1/leases', async (c) => {
    const lease = await context.leases.take(await toLeaseRequest(context, c));
    Object.assign(c.var.facts, { key: lease.key, name: lease.name, state: 'leased' });
    c.header('Cache-Control', 'no-store');
    return c.json(
      {
        id: lease.id,
        key: lease.key,
        name: lease.name,
        'expires-at': toIso(lease.expiresAt),
        'enforced-by': lease.enforcedBy,
        sealed: lease.sealed,
        'revoke-token': lease.revokeToken,
      },
      201,
    );
  });

  app.get('/v1/leases/:id', async (c) => {
    const token = bearerToken(c.req.raw.headers);
    const identity = await verifyManager(context, c.var.facts, token);
    const id = leaseId(c.req.param('id'));
    c.var.facts.leaseId = id;
    const { state, rule, name, expiresAt } = await context.leases.describe(id, identity);
    c.header('Cache-Control', 'no-store');
    return c.json({ id, state, rule, name, 'expires-at': toIso(expiresAt) });
  });

  app.delete('/v1/leases/:id', async (c) => {
    const token = bearerToken(c.req.raw.headers);
    const { facts } = c.var;
    const identity = isRevokeToken(token) ? undefined : await verifyManager(context, facts, token);
    const id = leaseId(c.req.param('id'));
    facts.leaseId = id;
    const proof = identity
      ? { identity, mayLease: matchesRule(context, identity) }
      : { revokeToken: token };
    const state = await context.leases.end(id, proof);
    facts.state = state;
    return c.json({ state });
  });
}

async function toLeaseRequest(context: AppContext, c: LeaseContext): Promise<LeaseRequest> {
  const { config, verifier } = context.current();
  const { facts } = c.var;
  const token = bearerToken(c.req.raw.headers);
  const id = idempotencyKey(c.req.raw.headers);
  facts.leaseId = id;
  const body = await readLeaseBody(c.req.raw);
  const { recipient } = body;
  const identity = await verifier.verify(token, { audience: 'lease', recipient });
  await admit(context, facts, identity);
  await checkRecipient(recipient);
  const rule = selectRule(config, identity, body.rule);
  facts.rule = rule.name;
  facts.organization = rule.organization;
  const { 'get-operation': getOperation, ...names } = body.scope;
  const scope = { ...names, getOperation: pollingWithin(rule.ceiling, getOperation) };
  const ttlSeconds = ttlWithin(rule.maxTtlSeconds, body.ttl);
  if (scope.role !== undefined) refuseBesideRole(scope);
  // The name of a role is compared once the API has told its id.
  if (scope.role === undefined || rule.ceiling.kind === 'scope') checkCeiling(rule, scope);
  return {
    id,
    identity,
    issuerUrl: issuerUrl(context, identity),
    rule: {
      name: rule.name,
      organization: rule.organization,
      maxLive: rule.maxLive,
      role: rule.ceiling.kind === 'role' ? rule.ceiling.role : undefined,
      deadline: rule.deadline,
    },
    scope,
    ttlSeconds,
    recipient,
    namePrefix: config.namePrefix,
    paused: config.paused,
  };
}

async function verifyManager(
  context: AppContext,
  facts: RequestFacts,
  token: string,
): Promise<Identity> {
  const identity = await context.current().verifier.verify(token, { audience: 'manage' });
  await admit(context, facts, identity);
  return identity;
}

async function admit(context: AppContext, facts: RequestFacts, identity: Identity): Promise<void> {
  facts.identity = identity;
  await context.limits.repository(`${identity.issuer} ${identity.job.repositoryId}`);
}

function issuerUrl({ current }: AppContext, { issuer }: Identity): string {
  return current().config.issuers.find(({ name }) => name === issuer)?.url ?? 'https://github.com';
}

function matchesRule({ current }: AppContext, identity: Identity): boolean {
  try {
    selectRule(current().config, identity);
    return true;
  } catch (error) {
    if (error instanceof BrokerError && error.code === 'ERR_NO_RULE') return false;
    throw error;
  }
}

function toIso(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
