package org.wuduan.hub.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
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
import org.wuduan.contract.Operations.PartKind;
import org.wuduan.contract.Operations.PartState;
import org.wuduan.contract.Operations.PartTrouble;

/**
 * Opens the hub to phones and laptops of the network, when there is an address for it. The television of this machine
 * does not wait for that: where the address is away or its port taken, the hub serves loopback and tries again.
 */
@Component
@ConditionalOnProperty("hub.lan.port")
class DoorKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(DoorKeeper.class);
    private static final String NAME = "lan";

    private final InetSocketAddress ear;
    private final CertificateFiles files;
    private @Nullable Service tomcat;
    private @Nullable LanConnector connector;
    /** Why it is shut, or what is wrong with it although it is open; null when nothing is. */
    private @Nullable PartTrouble trouble = PartTrouble.NOT_STARTED;

    /** @throws IllegalStateException one sentence: which setting is missing */
    DoorKeeper(LanSettings settings) {
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
            trouble = null;
        } catch (IOException shut) {
            shut(isHere() ? PartTrouble.PORT_TAKEN : PartTrouble.ADDRESS_AWAY);
        } catch (UncheckedIOException | IllegalArgumentException unusable) {
            shut(PartTrouble.CERTIFICATE_UNUSABLE);
        }
    }

    private void shut(PartTrouble why) {
        if (why != trouble) {
            LOG.warn("lan.door-shut reason={}", why);
            trouble = why;
        }
    }

    /** Whether this machine has the address now: who listened on it goes on to, also while it is away. */
    private boolean isHere() {
        try {
            return NetworkInterface.getByInetAddress(ear.getAddress()) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }

    /** How it is. */
    synchronized Finding look() {
        var why = trouble == null && !isHere() ? PartTrouble.ADDRESS_AWAY : trouble;
        return why == null ? Finding.well(PartKind.DOOR, NAME) : Finding.of(PartKind.DOOR, NAME, PartState.ILL, why);
    }

    /** Tomcat would tell of it with a trace of the whole program, each time. */
    private void requireFree() throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(ear, 1);
        }
    }

    private LanConnector opened(Service running) throws IOException {
        var made = new LanConnector(ear, files, LanConnector.Limits.USUAL);
        running.addConnector(made.connector());
        // Tomcat only logs that it could not: somebody was quicker at the port, say.
        if (made.connector().getState() != LifecycleState.STARTED) {
            running.removeConnector(made.connector());
            throw new IOException("Tomcat does not listen");
        }
        return made;
    }

    /** The port on which it listens; 0 while it is shut. */
    synchronized int openPort() {
        return connector == null ? 0 : connector.connector().getLocalPort();
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
            trouble = null;
        } catch (IllegalArgumentException | UncheckedIOException unusable) {
            // Half written, perhaps: the old one is shown on, and in a minute this is tried again.
            LOG.warn("lan.certificate-unusable reason={}", unusable.getClass().getSimpleName());
            trouble = PartTrouble.CERTIFICATE_UNUSABLE;
        }
    }
}
