// Workflow commands on stdout: `::name key=value::data`.

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

export function readAnnotations(stdout: string): Annotation[] {
  return [...stdout.matchAll(/^::(error|warning|notice)(?: ([^\n]*?))?::(.*)$/gm)].map(
    ([, level, properties = '', data = '']) => ({
      level: level as Annotation['level'],
      title: unescape(/(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? ''),
      message: unescape(data),
    }),
  );
}

/** The line that tells the runner to mask a value. */
export function maskCommand(secret: string): string {
  return `::add-mask::${escapeData(secret)}`;
}

/** As the toolkit writes a value behind a command. */
export function escapeData(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function unescape(value: string): string {
  return value
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}
