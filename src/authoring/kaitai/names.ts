const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** `body_length` -> `bodyLength`, the way the compiler names JavaScript properties. */
export function camel(id: string): string {
  return id
    .split("_")
    .map((word, i) => (i === 0 ? word : capital(word)))
    .join("");
}

/** `page_data` -> `PageData`, the way the compiler names classes and files. */
export function pascal(id: string): string {
  return id.split("_").map(capital).join("");
}

/** The TypeScript name of a type: the file's name, then the names of nested types, e.g. `PageDataPfnEntry`. */
export function faceName(path: readonly string[]): string {
  return path.map(pascal).join("");
}
