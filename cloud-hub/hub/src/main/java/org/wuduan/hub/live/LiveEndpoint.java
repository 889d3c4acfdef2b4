package org.wuduan.hub.live;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.identity.SignedIn;

/** Puts /live on the server. Who speaks and from which page was settled by the HTTP filters before the upgrade. */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveEndpoint implements WebSocketConfigurer {
    static final String SIGNED_IN = SignedIn.class.getName();

    private final LiveHandler handler;

    LiveEndpoint(LiveHandler handler) {
        this.handler = handler;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(handler, "/live")
                .addInterceptors(new OnlySignedIn())
                .setAllowedOriginPatterns("*");
    }

    @Bean
    static ServletServerContainerFactoryBean webSocketContainer() {
        var container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(Limits.FRAME_BYTES_MAX);
        container.setMaxBinaryMessageBufferSize(1024);
        return container;
    }

    @Bean
    static Openings openings(Audit audit) {
        return (to, what) -> audit.recordFirstOpenings(to.id(), what.action(), what.objects());
    }

    @Bean
    static LiveHandler liveHandler(
            Connections connections, StreamRenderer renderer, MessageHandlers handlers, Audit audit, Clock clock) {
        return new LiveHandler(connections, renderer, handlers, audit, clock);
    }

    private static final class OnlySignedIn implements HandshakeInterceptor {
        @Override
        public boolean beforeHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                Map<String, Object> attributes) {
            if (SignedIn.current().isEmpty()) {
                response.setStatusCode(HttpStatus.UNAUTHORIZED);
                return false;
            }
            attributes.put(SIGNED_IN, SignedIn.current().orElseThrow());
            return true;
        }

        @Override
        public void afterHandshake(
                ServerHttpRequest request,
                ServerHttpResponse response,
                WebSocketHandler handler,
                @Nullable Exception failure) {}
    }
}
