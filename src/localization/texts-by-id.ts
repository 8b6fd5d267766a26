/** Texts by message id, such as `{ 'acknowledgement.sign': 'Je signe' }`; `${0}`… stand for the values. */
export type TextOverrides = Readonly<Record<string, string>>;
