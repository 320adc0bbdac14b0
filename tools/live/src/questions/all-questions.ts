// Every question, the quick ones first.
import type { KeyPair } from '../lab.ts';
import type { AnyQuestion } from '../question.ts';
import { assumeRole } from './assume-role.ts';
import { celSyntax } from './cel-syntax.ts';
import { classOfGetOperation } from './class-of-get-operation.ts';
import { classOfListEvents } from './class-of-list-events.ts';
import { deadlineInClasses } from './deadline-in-classes.ts';
import { deadlineInCompute } from './deadline-in-compute.ts';
import { deadlineInSos } from './deadline-in-sos.ts';
import { deletedKey } from './deleted-key.ts';
import { expiredSignature } from './expired-signature.ts';
import { keyNames } from './key-names.ts';
import { legacyAccessKeys } from './legacy-access-keys.ts';
import { lineBreaks } from './line-breaks.ts';
import { ownRecord } from './own-record.ts';
import { retryAfter } from './retry-after.ts';
import { roleInUse } from './role-in-use.ts';
import { roleNames } from './role-names.ts';
import { roleVisible } from './role-visible.ts';
import { unknownClass } from './unknown-class.ts';

export function allQuestions(parent: KeyPair): readonly AnyQuestion[] {
  return [
    roleVisible,
    classOfGetOperation,
    classOfListEvents,
    ownRecord,
    expiredSignature(parent),
    deletedKey,
    roleInUse,
    roleNames,
    keyNames,
    unknownClass,
    celSyntax,
    lineBreaks,
    deadlineInClasses,
    assumeRole,
    legacyAccessKeys,
    deadlineInCompute,
    deadlineInSos,
    // Last, for it looks back.
    retryAfter,
  ];
}
