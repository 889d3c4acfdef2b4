package org.wuduan.bridge.fake;

import org.wuduan.bridge.MediaNode;
import org.wuduan.bridge.MediaNodeContract;
import org.wuduan.bridge.NodeId;
import org.wuduan.bridge.Participant;
import org.wuduan.bridge.RoomName;
import org.wuduan.bridge.Stage;

class FakeMediaNodeTest extends MediaNodeContract {
    @Override
    protected Stage stage() {
        return new FakeStage();
    }

    private static final class FakeStage implements Stage {
        private final FakeBridge bridge = new FakeBridge();

        @Override
        public MediaNode node() {
            return new FakeMediaNode(new NodeId("fake"), bridge);
        }

        @Override
        public Page page() {
            return new FakePage();
        }

        @Override
        public void kill() {
            bridge.die();
        }

        @Override
        public void hang() {
            bridge.hang();
        }

        @Override
        public void comeBack() {
            bridge.comeBack();
        }

        @Override
        public void closePage(RoomName room, Participant participant, Page page) {
            bridge.endMedia(room, participant);
        }

        @Override
        public void close() {}
    }

    private static final class FakePage implements Stage.Page {
        @Override
        public String offer() {
            return "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n";
        }

        @Override
        public void accept(String answer) {}

        @Override
        public String answer(String offer) {
            return "v=0\r\n";
        }
    }
}
