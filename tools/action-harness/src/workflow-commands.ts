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
      title: unescapeProperty(/(?:^|,)title=([^,]*)/.exec(properties)?.[1] ?? ''),
      message: unescapeData(data),
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

// %25 comes last, or `%250A` would turn into a line break.
function unescapeData(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(value: string): string {
  return unescapeData(value.replaceAll('%3A', ':').replaceAll('%2C', ','));
}
