package org.wuduan.hub.identity;

import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;

/** Does something in a test as if a request of somebody's session did it. */
public final class SignedInAs {
    private SignedInAs() {}

    public static <T> T call(SignedIn who, Supplier<T> step) {
        SecurityContextHolder.getContext().setAuthentication(new SignedInAuthentication(who));
        try {
            return step.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
