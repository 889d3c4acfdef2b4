package org.wuduan.hub.ops;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Opens the hub to phones and laptops of the network, when there is an address for it. */
@Component
@ConditionalOnProperty("hub.lan.port")
class LanDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(LanDoor.class);

    private final LanConnector connector;

    LanDoor(
            @Value("${hub.lan.address}") String address,
            @Value("${hub.lan.port}") int port,
            @Value("${hub.lan.certificate}") Path certificate,
            @Value("${hub.lan.key}") Path key) {
        this.connector = new LanConnector(address, port, certificate, key);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalConnectors(connector.connector());
    }

    /** The launcher renews its own certificate, and an operator's program renews theirs, while the hub runs. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void takeRenewedCertificate() {
        try {
            if (connector.takeRenewed()) {
                LOG.info("lan.certificate-renewed");
            }
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            // Half written, perhaps: the old one is shown on, and in a minute this is tried again.
            LOG.warn("lan.certificate-unusable reason={}", unusable.getClass().getSimpleName());
        }
    }
}
