package org.wuduan.hub.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wuduan.hub.shared.ProblemType;

/**
 * What comes in from the network, over TLS: it must call us by a name of ours, so that a foreign name that was led to
 * our address gets nothing, and what is for the programs of this machine's operator is not there. Loopback and proxies
 * speak plainly to the hub and are no business of this filter.
 */
final class LanFilter extends OncePerRequestFilter {
    private static final String OPERATIONS = "/operations";

    private final List<String> names;

    /** @param names addresses, host names and wildcards (*.clinic.example) of the certificate; none: no such door */
    LanFilter(List<String> names) {
        this.names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (names.isEmpty() || !request.isSecure()) {
            chain.doFilter(request, response);
        } else if (!isOurs(request.getServerName().toLowerCase(Locale.ROOT))) {
            SecurityProblems.write(response, ProblemType.ORIGIN_NOT_ALLOWED);
        } else if (isForOperators(request.getServletPath())) {
            SecurityProblems.write(response, ProblemType.NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForOperators(String path) {
        return path.equals(OPERATIONS) || path.startsWith(OPERATIONS + "/");
    }

    private boolean isOurs(String host) {
        return names.stream().anyMatch(name -> name.startsWith("*.") ? isOneLabelBelow(host, name) : name.equals(host));
    }

    private static boolean isOneLabelBelow(String host, String wildcard) {
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(wildcard.substring(1));
    }
}
