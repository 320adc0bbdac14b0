// Workflow commands on stdout: the annotations among them, and the one that masks a secret.
import { parseCommand } from '@x/local-runner/phase';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

const levels: readonly string[] = ['error', 'warning', 'notice'] satisfies Annotation['level'][];

export function readAnnotations(stdout: string): Annotation[] {
  return stdout.split('\n').flatMap((line) => {
    const { name = '', properties = {}, data = '' } = parseCommand(line) ?? {};
    if (!levels.includes(name)) return [];
    const level = name as Annotation['level'];
    return [{ level, title: properties['title'] ?? '', message: data }];
  });
}

/** The line that tells the runner to mask a value. */
export function maskCommand(secret: string): string {
  return `::add-mask::${escapeData(secret)}`;
}

/** As the toolkit writes a value behind a command. */
export function escapeData(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
