package org.wuduan.hub.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Service;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Opens the hub to phones and laptops of the network, when there is an address for it. The television of this machine
 * does not wait for that: where the address is away or its port taken, the hub serves loopback and tries again.
 */
@Component
@ConditionalOnProperty("hub.lan.port")
class LanDoor {
    private static final Logger LOG = LoggerFactory.getLogger(LanDoor.class);

    private final InetSocketAddress ear;
    private final CertificateFiles files;
    private @Nullable Service tomcat;
    private @Nullable LanConnector connector;
    private String told = "";

    /** @throws IllegalStateException one sentence: which setting is missing */
    LanDoor(LanSettings settings) {
        settings.requireWhole();
        this.ear = new InetSocketAddress(settings.ear(), settings.port());
        this.files = settings.files();
    }

    @EventListener
    void started(WebServerInitializedEvent event) {
        if (event.getWebServer() instanceof TomcatWebServer server) {
            beside(server.getTomcat().getService());
        }
    }

    /** @param running what serves loopback already */
    synchronized void beside(Service running) {
        tomcat = running;
        open();
    }

    /** An address comes when the cable does; what took the port may end. */
    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    synchronized void open() {
        if (tomcat == null || connector != null || !tomcat.getState().isAvailable()) {
            return;
        }
        try {
            requireFree();
            connector = opened(tomcat);
            LOG.info("lan.door-open");
            told = "";
        } catch (IOException | UncheckedIOException | IllegalArgumentException shut) {
            tell(shut.getClass().getSimpleName());
        }
    }

    /** Tomcat would tell of it with a trace of the whole program, each time. */
    private void requireFree() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(ear, 1);
        }
    }

    private LanConnector opened(Service running) {
        var made = new LanConnector(ear, files, LanConnector.Limits.USUAL);
        running.addConnector(made.connector());
        // Tomcat only logs that it could not: somebody was quicker at the port, say.
        if (made.connector().getState() != LifecycleState.STARTED) {
            running.removeConnector(made.connector());
            throw new IllegalArgumentException("Tomcat does not listen");
        }
        return made;
    }

    /** The port on which it listens; 0 while it is shut. */
    synchronized int openPort() {
        return connector == null ? 0 : connector.connector().getLocalPort();
    }

    private void tell(String reason) {
        if (!reason.equals(told)) {
            LOG.warn("lan.door-shut reason={}", reason);
            told = reason;
        }
    }

    /** The launcher renews its own certificate, and an operator's program renews theirs, while the hub runs. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    synchronized void takeRenewedCertificate() {
        if (connector == null) {
            return;
        }
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
