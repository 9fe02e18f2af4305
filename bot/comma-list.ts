/** "a, b,,c" -> a, b, c. */
export function commaList(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
