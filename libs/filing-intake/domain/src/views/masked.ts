/** An identity number with its middle hidden: enough to recognise, too little to use. */
export const maskedIdNumber = (idNumber: string): string =>
  idNumber.length < 8
    ? '*'.repeat(idNumber.length)
    : `${idNumber.slice(0, 3)}${'*'.repeat(idNumber.length - 7)}${idNumber.slice(-4)}`;

/** A phone number with its middle hidden. */
export const maskedPhone = (phone: string): string =>
  phone.length < 7 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;
