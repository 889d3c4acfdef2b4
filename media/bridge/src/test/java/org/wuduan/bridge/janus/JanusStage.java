package org.wuduan.bridge.janus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.Stage;

/** A real Janus process, and pages in a real browser. */
final class JanusStage implements Stage {
    private static final int SECONDS_MAX = 30;
    private static final int RTP_PORTS = 100;

    private final DevTools browser;
    private final JanusFolder folder;
    private final JanusEndpoint endpoint;
    private final List<BrowserPage> pages = new ArrayList<>();
    private Process process;
    private boolean hanging;

    JanusStage(Path data, DevTools browser) {
        this.browser = browser;
        try {
            // No test depends on which ports these are; a clash with another program would fail at the start.
            int rtp = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            folder = new JanusFolder(
                    data, "janus-test", freePort(), new RtpPorts(rtp, rtp + RTP_PORTS), Loopback.address());
            endpoint = folder.write();
            process = launch();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    JanusEndpoint endpoint() {
        return endpoint;
    }

    /** The same Janus through a relay on another port. */
    JanusEndpoint endpointAt(int port) {
        return new JanusEndpoint(URI.create("ws://127.0.0.1:" + port), endpoint.apiSecret(), endpoint.adminKey());
    }

    @Override
    public MediaNode node() {
        return new JanusMediaNode(new NodeId("janus-test"), endpoint);
    }

    @Override
    public BrowserPage page() {
        BrowserPage page = new BrowserPage(browser.run("openPage()"));
        pages.add(page);
        return page;
    }

    @Override
    public void kill() {
        process.destroyForcibly()
                .onExit()
                .orTimeout(SECONDS_MAX, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void hang() {
        signal("-STOP");
        hanging = true;
    }

    @Override
    public void comeBack() {
        try {
            if (hanging) {
                signal("-CONT");
                hanging = false;
            } else {
                process = launch();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public void closePage(RoomName room, Participant participant, Page page) {
        ((BrowserPage) page).close();
    }

    @Override
    public void close() {
        pages.forEach(BrowserPage::close);
        kill();
    }

    /** Waits for something outside this process. */
    static void until(String what, Callable<Boolean> reached) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        try {
            while (!reached.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("waited in vain for " + what);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        } catch (Exception fault) {
            throw new IllegalStateException("while waiting for " + what, fault);
        }
    }

    private Process launch() throws IOException {
        Process started = new ProcessBuilder(folder.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.folder().resolveSibling("janus.log").toFile()))
                .start();
        until("Janus to listen", this::isListening);
        return started;
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), folder.port())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** One participant's page in the browser. */
    final class BrowserPage implements Page {
        private final String index;

        BrowserPage(String index) {
            this.index = index;
        }

        @Override
        public String offer() {
            return browser.run("offer(" + index + ")");
        }

        @Override
        public void accept(String answer) {
            browser.run("accept(" + index + "," + DevTools.quoted(answer) + ")");
        }

        @Override
        public String answer(String offer) {
            return browser.run("answer(" + index + "," + DevTools.quoted(offer) + ")");
        }

        /** Mid and kind of each line that media has really come over. */
        List<String> received() {
            return browser.run("received(" + index + ")").lines().toList();
        }

        int frames() {
            return Integer.parseInt(browser.run("frames(" + index + ")"));
        }

        void close() {
            browser.run("closePage(" + index + ")");
        }
    }
}
