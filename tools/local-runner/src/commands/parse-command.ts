// Reads one line of output as a workflow command: `::name key=value,key=value::data`, or the older
// `##[name key=value;key=value]data`.

export interface WorkflowCommand {
  /** In lower case, because names ignore case. */
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The command on this line, or `undefined` when it is plain output. */
export function parseCommand(line: string): WorkflowCommand | undefined {
  const current = /^\s*::([^ ]*?)(?: ([^]*?))?::([^]*)$/.exec(line);
  if (current?.[1]) {
    return {
      name: current[1].toLowerCase(),
      properties: parseProperties(current[2] ?? '', ',', unescapeProperty),
      data: unescapeData(current[3] ?? ''),
    };
  }
  const older = /##\[([^ \]]+)(?: ([^\]]*))?\]([^]*)$/.exec(line);
  if (older?.[1]) {
    return {
      name: older[1].toLowerCase(),
      properties: parseProperties(older[2] ?? '', ';', unescapeOlder),
      data: unescapeOlder(older[3] ?? ''),
    };
  }
  return undefined;
}

function parseProperties(
  text: string,
  separator: string,
  unescape: (value: string) => string,
): Readonly<Record<string, string>> {
  const properties: Record<string, string> = {};
  for (const part of text.trim().split(separator)) {
    const equals = part.indexOf('=');
    if (equals > 0 && equals < part.length - 1) {
      properties[part.slice(0, equals).trim().toLowerCase()] = unescape(part.slice(equals + 1));
    }
  }
  return properties;
}

// %25 comes last, or `%250A` would turn into a line break.
function unescapeData(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(value: string): string {
  return unescapeData(value.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

function unescapeOlder(value: string): string {
  return unescapeData(value.replaceAll('%3B', ';').replaceAll('%5D', ']'));
}
