// Writes the licences of everything that rolldown has put into a bundle beside it.
import { isAbsolute } from 'node:path';

import { renderLicenses } from './render-licenses.ts';

/** The part of rolldown's plugins that it uses, since this folder does not depend on rolldown. */
interface LicensesPlugin {
  readonly name: string;
  generateBundle(this: Emitter, options: unknown, bundle: Readonly<Record<string, object>>): void;
}

interface Emitter {
  emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown;
}

export const licenses: LicensesPlugin = {
  name: 'licenses',
  generateBundle(_, bundle) {
    const files = Object.values(bundle).flatMap((file) =>
      'moduleIds' in file ? (file.moduleIds as readonly string[]) : [],
    );
    const source = renderLicenses(files.filter((id) => isAbsolute(id)));
    this.emitFile({ type: 'asset', fileName: 'licenses.txt', source });
  },
};
