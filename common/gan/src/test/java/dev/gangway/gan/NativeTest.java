package dev.gangway.gan;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import dev.gangway.gan.torchscript.Operations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Gives each test a manager on the CPU and the operations, and frees both. */
public abstract class NativeTest {

    protected NDManager manager;
    protected Operations operations;

    @BeforeEach
    void open() {
        manager = NDManager.newBaseManager(Device.cpu());
        operations = Operations.load(manager);
    }

    @AfterEach
    void close() {
        operations.close();
        manager.close();
    }
}
