// Reads Markdown as far as the checks need it.

// With the indent of the list that the block is in.
const fence = /^( *)```(\w*)\n(.*?)^\1```$/gms;

/** The code of every fenced block of a language. */
export function codeBlocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(fence)]
    .filter(([, , name]) => name === language)
    .map(([, indent = '', , code = '']) => code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''));
}

/** Targets of links that stay in the repository. */
export function relativeLinks(markdown: string): string[] {
  const prose = markdown.replace(fence, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets.filter((target) => !/^[a-z]+:/.test(target));
}

/** Targets of links to this repository on GitHub, from its root. Packages link so: npm shows their READMEs. */
export function ownLinks(markdown: string): string[] {
  const links = markdown.matchAll(
    /\]\(https:\/\/github\.com\/x\/exo-lease\/(?:blob|tree)\/main\/([^)\s]+)\)/g,
  );
  return [...links].map(([, target = '']) => target);
}

/** The anchors that GitHub gives to headings. */
export function anchors(markdown: string): string[] {
  const prose = markdown.replace(fence, '');
  const headings = [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}
