package org.wuduan.bridge.janus;

/**
 * UDP ports for media, both ends included. Each peer connection takes one: two for each participant.
 *
 * @param first lowest port, at least 1024
 * @param last highest port
 */
public record RtpPorts(int first, int last) {
    public RtpPorts {
        if (first < 1024 || last > 65_535 || last <= first) {
            throw new IllegalArgumentException("no usable range of ports: " + first + "-" + last);
        }
    }
}
