package dev.gangway.gan.network;

import ai.djl.Device;
import ai.djl.engine.Engine;

/** The devices of this machine. */
public final class Devices {

    private Devices() {}

    /** The device of a name such as {@code cpu} or {@code gpu1}; for {@code auto} the first GPU, or the CPU where there is none. */
    public static Device named(String name) {
        return name.equals("auto") ? best() : Device.fromName(name);
    }

    /** The first GPU, or the CPU where there is none. */
    public static Device best() {
        return Engine.getInstance().getGpuCount() > 0 ? Device.gpu() : Device.cpu();
    }
}
