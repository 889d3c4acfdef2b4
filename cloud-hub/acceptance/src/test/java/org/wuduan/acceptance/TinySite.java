package org.wuduan.acceptance;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody else's web server on loopback: one page, whatever is asked for. */
final class TinySite implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    private TinySite(HttpServer server) {
        this.server = server;
    }

    static TinySite start(String html) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            var site = new TinySite(server);
            var page = html.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                var host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
                site.asked.merge(host.split(":", 2)[0], 1, Integer::sum);
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
                exchange.close();
            });
            server.start();
            return site;
        } catch (IOException broken) {
            throw new AssertionError("no loopback port is free", broken);
        }
    }

    /** Its origin under a name that leads to loopback. */
    String at(String host) {
        return "http://" + host + ":" + server.getAddress().getPort();
    }

    /** How often it was asked under this name. */
    int asked(String host) {
        return asked.getOrDefault(host, 0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
