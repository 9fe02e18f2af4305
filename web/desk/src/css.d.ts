/** Styles are imported for their effect … */
declare module '*.css';
/** … or as text, for a place of their own. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
