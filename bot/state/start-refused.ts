/** Why the program will not start, in words for whoever runs it. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
