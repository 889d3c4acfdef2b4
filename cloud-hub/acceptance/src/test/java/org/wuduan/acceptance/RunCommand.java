package org.wuduan.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code ./run COMMAND} said and how it ended.
 *
 * @param status 0 when it was done, 2 when it was refused
 */
record RunCommand(int status, String said) {

    static RunCommand of(String... arguments) {
        var command = new ArrayList<>(List.of(Stack.ROOT.resolve("run").toString()));
        command.addAll(List.of(arguments));
        try {
            var builder =
                    new ProcessBuilder(command).directory(Stack.ROOT.toFile()).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var process = builder.start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new RunCommand(process.waitFor(), said);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}
