/** A thumb, a heart, a smile: thanks without a word. */
const NOD = /^(?:[👍👌🙏💚💙💛🧡❤♥🙂😊😀😃😄😁😉🤗🎉✅✔💪👏🤝🥰😍]|\p{Emoji_Modifier}|[\uFE0F\u200D\s!.])+$/u;

export function isNod(message: string): boolean {
  return /\p{Extended_Pictographic}/u.test(message) && NOD.test(message);
}
