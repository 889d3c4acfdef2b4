package org.wuduan.hub.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wuduan.hub.shared.ProblemType;

/**
 * Refuses what a foreign page sends with our visitor's cookie: the Origin, where a browser names one, must be the host
 * that it speaks to. Covers WebSocket upgrades too.
 */
final class OriginFilter extends OncePerRequestFilter {
    private static final Set<String> HARMLESS_SITES = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var site = request.getHeader("Sec-Fetch-Site");
        boolean foreign = origin != null
                ? !sameHost(origin, request)
                : site != null && !HARMLESS_SITES.contains(site) && !READING.contains(request.getMethod());
        if (foreign) {
            SecurityProblems.write(response, ProblemType.ORIGIN_NOT_ALLOWED);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean sameHost(String origin, HttpServletRequest request) {
        try {
            var address = URI.create(origin);
            var authority = address.getAuthority();
            // Over TLS a page that came in plainly is a foreign one: anybody on the way may have written it.
            boolean plain = request.isSecure() && !"https".equalsIgnoreCase(address.getScheme());
            return !plain && authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
