package org.wuduan.hub.signing;

/**
 * Signs with one person's key. The hub's own adapter holds an unlocked Ed25519 key; a device of a certificate authority or
 * SM2 is another adapter, together with its {@link org.wuduan.signed.SignatureCheck}.
 */
interface Signer {
    /** The name under which the matching check is found, for example Ed25519. */
    String algorithm();

    /** X.509 SubjectPublicKeyInfo (RFC 5280). */
    byte[] publicKey();

    byte[] sign(byte[] message);
}
