/** The one word that stands for everything. */
export const unrestricted = 'unrestricted';
