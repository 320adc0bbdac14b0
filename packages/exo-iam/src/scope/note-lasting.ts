// Notes about what outlives a key: rights that it can grant, and access that works without it. The
// specification says what a response contains, but not how long that works.
import type { IamPolicy } from '../resources/iam-policy.ts';
import type { KnownOperation } from './known-operation.ts';

/** Notes that a careful reader needs about these operations. */
export function noteLastingOperations(operations: readonly KnownOperation[]): string[] {
  const writing = operations.filter(writesIam);
  const handing = operations.filter(handsOutAccess);
  return [
    ...(writing.length > 0 ? [`With ${list(writing)}, ${moreThanItHas}`] : []),
    ...(handing.length > 0
      ? [
          `What the key gets or sets with ${list(handing)} works without the key, and may outlive it.`,
        ]
      : []),
  ];
}

/** Notes about a policy that denies by default and is used unchanged. Its rules are not evaluated. */
export function noteLastingPolicy({ services: { iam } }: IamPolicy, whose: string): string[] {
  const mayAllow =
    iam?.type === 'rules'
      ? iam.rules.some(({ action }) => action === 'allow')
      : iam?.type === 'allow';
  if (!mayAllow) return [];
  return [`With what ${whose} allows in class iam, unless that is only reading, ${moreThanItHas}`];
}

const moreThanItHas = 'the key can give itself or others more rights, and for longer.';

// A key that may write IAM objects can escape both its scope and its deadline.
function writesIam({ name, serviceClass }: KnownOperation): boolean {
  return serviceClass === 'iam' && !/^(?:get|list|delete)-/.test(name);
}

const accessOfItsOwn: readonly RegExp[] = [
  // Their answers hold a key, a password, or what a cluster takes for one.
  /^reveal-/,
  /^(?:create|rotate)-ai-api-key$/,
  /^generate-sks-cluster-kubeconfig$/,
  /^get-dbaas-service-(?:grafana|kafka|mysql|opensearch|pg|thanos|valkey)$/,
  // Links that need no key.
  /^get-(?:console-proxy|sos-presigned)-url$/,
  // They choose a password, or what such a key or anybody may do.
  /^create-dbaas-.+-user$/,
  /^reset-dbaas-.+-password$/,
  /^update-ai-api-key$/,
  /^put-(?:bucket|object)-acl$/,
];

function handsOutAccess({ name }: KnownOperation): boolean {
  return accessOfItsOwn.some((form) => form.test(name));
}

const maxNamed = 10;

function list(operations: readonly KnownOperation[]): string {
  const names = operations.map(({ name }) => name);
  const rest = names.length - maxNamed;
  return rest > 0 ? `${names.slice(0, maxNamed).join(', ')} and ${rest} more` : names.join(', ');
}
