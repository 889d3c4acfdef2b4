package org.wuduan.hub.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind a proxy that the operator named, the client's address is the last one in X-Forwarded-For that is no such proxy:
 * each proxy appends the address that it was spoken to from, and what stands before was written by the client itself.
 * From anybody else the header means nothing.
 */
final class ClientAddressFilter extends OncePerRequestFilter {
    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final List<IpAddressMatcher> trusted;

    /** @param trusted addresses or networks (192.0.2.0/24) of proxies */
    ClientAddressFilter(List<String> trusted) {
        this.trusted = trusted.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = address(request);
        chain.doFilter(
                address.equals(request.getRemoteAddr())
                        ? request
                        : new HttpServletRequestWrapper(request) {
                            @Override
                            public String getRemoteAddr() {
                                return address;
                            }
                        },
                response);
    }

    private String address(HttpServletRequest request) {
        var address = request.getRemoteAddr();
        var said = Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList()
                .reversed();
        for (var before : said) {
            if (!isTrusted(address) || !isAddress(before)) {
                return address;
            }
            address = before;
        }
        return address;
    }

    private boolean isTrusted(String address) {
        return trusted.stream().anyMatch(proxy -> proxy.matches(address));
    }

    private static boolean isAddress(String text) {
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
