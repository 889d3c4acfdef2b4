package org.wuduan.hub.identity;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The filters before every request. Spring's CSRF tokens are off because every cookie is SameSite=Strict and
 * {@link OriginFilter} refuses foreign pages.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self' ws: wss:; object-src 'none';"
            + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            Sessions sessions,
            BoxesSeen seen,
            @Value("${hub.trusted-proxies:}") List<String> proxies,
            LanEntry lan) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        // what else has a name below ours is not for us to decide
                        .httpStrictTransportSecurity(
                                strict -> strict.requestMatcher(lan::isStrict).includeSubDomains(false))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(self), microphone=(self), geolocation=()")))
                .addFilterBefore(new ClientAddressFilter(proxies), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new LanFilter(lan.names()), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new OriginFilter(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new SessionFilter(sessions, seen), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, PublicEndpoints.POSTS)
                        .permitAll()
                        .requestMatchers("/api/**", "/live")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(faults -> faults.authenticationEntryPoint(
                                (request, response, _) -> SecurityProblems.notSignedIn(request, response))
                        .accessDeniedHandler((request, response, _) -> SecurityProblems.notSignedIn(request, response)))
                .build();
    }

    /** Spring would otherwise make a default user with a printed password. */
    @Bean
    UserDetailsService noUserByName() {
        return name -> {
            throw new UsernameNotFoundException("accounts are checked by Accounts");
        };
    }
}
