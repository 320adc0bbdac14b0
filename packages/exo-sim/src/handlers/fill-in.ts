// Replaces the placeholders of an answer (`$id`, `$now`, `$text` and so on) by values.

/** @param textOf Given the member's name and its text, the text to answer. */
export function fillIn(answer: unknown, textOf: (member: string, text: string) => string): unknown {
  // Lists are empty in all of these answers.
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, member]) => [
      name,
      typeof member === 'string' ? textOf(name, member) : fillIn(member, textOf),
    ]),
  );
}
