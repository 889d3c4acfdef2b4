package org.wuduan.launcher.lan;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A certificate and the key that goes with it. */
record CertifiedKey(X509Certificate certificate, PrivateKey key) {
    @Override
    public String toString() {
        return "CertifiedKey[" + certificate.getSubjectX500Principal() + ", ‹redacted›]";
    }
}
