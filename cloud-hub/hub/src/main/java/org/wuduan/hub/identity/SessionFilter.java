package org.wuduan.hub.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wuduan.contract.ActorKind;

/** Finds out who speaks: a browser by its cookie, a box by its bearer token. */
final class SessionFilter extends OncePerRequestFilter {
    static final String COOKIE = "wuduan_session";
    static final String EXPIRED = SessionFilter.class.getName() + ".expired";
    private static final String OPERATIONS = "/operations/";
    private static final String HEALTH = "/health";
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final BoxesSeen boxes;

    SessionFilter(Sessions sessions, BoxesSeen boxes) {
        this.sessions = sessions;
        this.boxes = boxes;
    }

    /**
     * Who asks does not matter there, and asking the database would keep both from answering while it is away: the
     * operator's programs, which have a token of another kind, and the page that asks whether it is the database.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        return path.startsWith(OPERATIONS) || path.equals(HEALTH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        secret(request).ifPresent(secret -> {
            var found = sessions.find(secret);
            found.signedIn().ifPresent(signedIn -> {
                SecurityContextHolder.getContext().setAuthentication(new SignedInAuthentication(signedIn));
                if (signedIn.actor().kind() == ActorKind.BOX) {
                    boxes.seen(signedIn.actor().id());
                }
            });
            if (found.standing() == Sessions.Standing.EXPIRED) {
                request.setAttribute(EXPIRED, true);
            }
        });
        chain.doFilter(request, response);
    }

    private static Optional<String> secret(HttpServletRequest request) {
        var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith(BEARER)) {
            return Optional.of(authorization.substring(BEARER.length()));
        }
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }
}
