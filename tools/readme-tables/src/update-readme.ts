// The README of an action with its tables as action.yml has them.
import { renderTables } from './render-tables.ts';
import { replaceSection } from './replace-section.ts';

/**
 * The README's new text.
 *
 * @throws {Error} When the README has no place for a table that it needs.
 */
export function updateReadme(readme: string, actionFile: string): string {
  return Object.entries(renderTables(actionFile)).reduce(
    (text, [name, content]) =>
      content === undefined ? text : replaceSection(text, { name, content }),
    readme,
  );
}
