// What this folder uses of the packages, from where `pnpm build` puts it: the folder is no package of
// the workspace, so their names do not resolve here.
export {
  assumeIamRole,
  createApiKey,
  createClient,
  createIamRole,
  deleteApiKey,
  deleteIamRole,
  ExoIamError,
  getApiKey,
  listAccessKeys,
  listApiKeys,
  listEvents,
  listIamRoles,
  withDeadline,
} from '../../../packages/exo-iam/dist/index.js';

export type {
  Client,
  ClientOptions,
  IamPolicy,
  NewIamRole,
  Sleep,
} from '../../../packages/exo-iam/dist/index.js';
