/** Bold and slanted words as WhatsApp draws its *stars* and _lines_; everything else is plain text. */
export function WhatsAppText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/(\*[^*\n]+\*|\b_[^_\n]+_\b)/).map((piece, index) => {
        if (/^\*.+\*$/.test(piece)) return <strong key={index}>{piece.slice(1, -1)}</strong>;
        return /^_.+_$/.test(piece) ? <em key={index}>{piece.slice(1, -1)}</em> : piece;
      })}
    </>
  );
}
