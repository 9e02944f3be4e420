/** What libxc and libxl say of an image, as codes of this suite. They never gate: the reasons have a score of their own. */

/** The first that fits names the code. */
const CODES: readonly (readonly [said: RegExp, code: string])[] = [];

/** The code of a refusal, as far as its messages tell. */
export function codeOf(log: string): { readonly code?: string } {
  const code = CODES.find(([said]) => said.test(log))?.[1];
  return code === undefined ? {} : { code };
}
