package org.wuduan.launcher.lan;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The names for which a certificate was made. The common name counts for no browser, so it does not here. */
final class SubjectNames {

    private static final Integer DNS = 2;
    private static final Integer ADDRESS = 7;

    private SubjectNames() {}

    /** Host names in small letters and addresses in digits, in the certificate's order. */
    static Set<String> of(X509Certificate certificate) {
        var names = new LinkedHashSet<String>();
        try {
            var alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> one : alternatives) {
                    if (DNS.equals(one.getFirst()) || ADDRESS.equals(one.getFirst())) {
                        names.add(String.valueOf(one.get(1)).toLowerCase(Locale.ROOT));
                    }
                }
            }
        } catch (CertificateParsingException unreadable) {
            return Set.of();
        }
        return names;
    }
}
