package org.wuduan.hub.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may come in from the network, {@code hub.lan.…}; the door itself is of ops.
 *
 * @param names addresses, host names and wildcards of the certificate; none: no such door
 * @param authority that made the certificate and was made for it; absent with a certificate that browsers know anyway
 */
@ConfigurationProperties("hub.lan")
record LanEntry(
        @DefaultValue List<String> names, @DefaultValue("") String authority) {

    /**
     * Whether a browser shall never again take anything but a certificate that it trusts (HSTS, RFC 6797). It would leave
     * a person no way around its warning: none to the page that says whom to trust, and none when an authority of our own
     * was made anew.
     */
    boolean isStrict(HttpServletRequest request) {
        return request.isSecure() && authority.isBlank();
    }
}
