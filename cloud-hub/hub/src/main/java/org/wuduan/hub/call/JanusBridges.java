package org.wuduan.hub.call;

import java.net.URI;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.janus.JanusEndpoint;
import org.wuduan.bridge.janus.JanusMediaNode;

/** Makes a media node of every Janus in the settings (hub.janus[0].name, .url, .secret, .admin-key, …). */
@Configuration(proxyBeanMethods = false)
class JanusBridges {
    /** All Janus of this hub; none is allowed, and calls then have no media. */
    @ConfigurationProperties("hub")
    record Settings(@DefaultValue List<Janus> janus) {
        record Janus(String name, URI url, String secret, String adminKey) {
            @Override
            public String toString() {
                return "Janus[" + name + " ‹redacted›]";
            }
        }
    }

    @Bean
    @ConditionalOnMissingBean
    MediaBridges mediaBridges(Settings settings) {
        return new MediaBridges(settings.janus().stream()
                .map(janus -> (MediaNode) new JanusMediaNode(
                        new NodeId(janus.name()), new JanusEndpoint(janus.url(), janus.secret(), janus.adminKey())))
                .toList());
    }
}
