// The kinds of issuers by name.
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import type { IssuerKind } from './identity.ts';
import type { Kind } from './kind.ts';

export const kinds: Readonly<Record<IssuerKind, Kind>> = { github, gitlab };
