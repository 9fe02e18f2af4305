/** Markdown as Adaptive Cards show it: emphasis, lists and links stay, the rest becomes words. */
export function cardMarkdown(markdown: string): string {
  return markdown
    .replace(/\r\n?/g, '\n')
    .replace(/^```.*$/gm, '')
    .replace(/`([^`\n]*)`/g, '$1')
    .replace(/^ {0,3}#{1,6} +(.+?) *#*$/gm, '**$1**')
    .replace(/^ {0,3}> ?(.*)$/gm, (_line, quoted: string) => (quoted.trim() === '' ? '' : `_${bare(quoted)}_`))
    .replace(/!\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/^ {0,3}([-*_]) *(?:\1 *){2,}$/gm, '')
    .replace(/^ {0,3}\|(.+)\|\s*$/gm, (_row, cells: string) => tableRow(cells))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A line in italics may hold no other emphasis: cards would show its marks. */
function bare(line: string): string {
  return line.replace(/\\([\\`*_[\]<>#|~])/g, '$1').replace(/[*_]/g, '').trim(); // prettier-ignore
}

function tableRow(cells: string): string {
  const texts = cells.split('|').map((cell) => cell.trim());
  return texts.every((text) => /^:?-+:?$/.test(text)) ? '' : `- ${texts.filter((text) => text !== '').join(': ')}`;
}
