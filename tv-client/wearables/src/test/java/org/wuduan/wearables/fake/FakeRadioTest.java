package org.wuduan.wearables.fake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wuduan.wearables.Radio;
import org.wuduan.wearables.RadioContract;
import org.wuduan.wearables.RadioEvent.Reason;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

class FakeRadioTest implements RadioContract {
    private static final Wearable CUFF = new Wearable("C0:00:00:00:01:01", "SimBP");

    @Override
    public Room room() {
        FakeRadio radio = new FakeRadio();
        radio.comesNear(CUFF);
        radio.admit(Set.of(CUFF.address()));
        return new FakeRoom(radio);
    }

    @Test
    void a_wearable_that_is_not_connected_cannot_send() {
        FakeRadio radio = new FakeRadio();

        assertThatThrownBy(() -> radio.sends(CUFF, Profile.BLOOD_PRESSURE, FIRST))
                .isInstanceOf(IllegalStateException.class);
    }

    private static final class FakeRoom implements Room {
        private final FakeRadio radio;
        private Frame last = FIRST;

        FakeRoom(FakeRadio radio) {
            this.radio = radio;
        }

        @Override
        public Radio radio() {
            return radio;
        }

        @Override
        public Wearable cuff() {
            return CUFF;
        }

        @Override
        public void measures(Frame frame) {
            last = frame;
            if (radio.isConnected(CUFF)) {
                radio.sends(CUFF, Profile.BLOOD_PRESSURE, frame);
            }
        }

        @Override
        public void repeats() {
            radio.sends(CUFF, Profile.BLOOD_PRESSURE, last);
        }

        @Override
        public void breaksLink() {
            radio.goesAway(CUFF);
            radio.comesNear(CUFF);
        }

        @Override
        public void losesRadio() {
            radio.becomesUnavailable(Reason.NO_BLUEZ);
        }

        @Override
        public void regainsRadio() {
            radio.comesBack();
        }
    }
}
