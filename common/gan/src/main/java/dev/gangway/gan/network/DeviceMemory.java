package dev.gangway.gan.network;

import java.util.Locale;

/** Tells a device that has no memory left from other failures of the engine, which gives both the same exception. */
public final class DeviceMemory {

    private DeviceMemory() {}

    /** Whether {@code failure}, or what is behind it, is that the device (or the machine, for the CPU) has no memory left. */
    public static boolean isExhausted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            // Of CUDA's allocator, of the CPU's, and of cuDNN and cuBLAS, which have memory of their own.
            if (message.contains("out of memory")
                    || message.contains("can't allocate memory")
                    || message.contains("not enough memory")
                    || message.contains("status_alloc_failed")) {
                return true;
            }
        }
        return false;
    }
}
