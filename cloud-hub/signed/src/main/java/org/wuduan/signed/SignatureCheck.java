package org.wuduan.signed;

/** Says whether a signature of one algorithm holds: the public half of a signer, for example Ed25519 or SM2. */
public interface SignatureCheck {
    /** The name that stands beside each signature, for example Ed25519. */
    String algorithm();

    /**
     * Whether this signature was made over these bytes with the private half of this key.
     *
     * @param publicKey X.509 SubjectPublicKeyInfo (RFC 5280); one that can't be read verifies nothing
     */
    boolean holds(byte[] publicKey, byte[] message, byte[] signature);
}
