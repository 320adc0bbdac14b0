// 32 bytes in standard Base64 with padding (docs/signing.md section 3).
export const signaturePattern: RegExp = /^[A-Za-z0-9+/]{43}=$/;
