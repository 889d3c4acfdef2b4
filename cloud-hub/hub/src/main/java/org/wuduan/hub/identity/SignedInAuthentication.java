package org.wuduan.hub.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What Spring Security holds for a request. There are no roles: relationships decide. */
final class SignedInAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;

    SignedInAuthentication(SignedIn signedIn) {
        super(List.of());
        this.signedIn = signedIn;
        super.setAuthenticated(true);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInAuthentication that && signedIn.equals(that.signedIn);
    }

    @Override
    public int hashCode() {
        return signedIn.hashCode();
    }
}
