package dev.gangway.gan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class DeviceMemoryTest {

    @Test
    void moreThanThereIsExhaustsTheDevice() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Throwable failure = catchThrowable(() -> manager.zeros(new Shape(1L << 22, 1L << 22), DataType.FLOAT32));

            assertThat(failure).isNotNull();
            assertThat(DeviceMemory.isExhausted(failure)).isTrue();
            assertThat(DeviceMemory.isExhausted(new IllegalStateException("wrapped", failure)))
                    .isTrue();
        }
    }

    @Test
    void weightsThatTheDeviceHasNoMemoryForAreNotTakenForDamagedOnes() {
        EngineException exhausted = new EngineException("CUDA out of memory. Tried to allocate 20.00 MiB");
        NDManager full = (NDManager) Proxy.newProxyInstance(
                NDManager.class.getClassLoader(), new Class<?>[] {NDManager.class}, (proxy, method, arguments) -> {
                    throw exhausted;
                });

        assertThatThrownBy(() -> Parameters.fromSafetensors(full, new byte[100]))
                .isSameAs(exhausted);
        try (NDManager manager = NDManager.newBaseManager()) {
            assertThatThrownBy(() -> Parameters.fromSafetensors(manager, new byte[] {1, 2, 3}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void shapesThatDoNotFitDoNot() {
        try (NDManager manager = NDManager.newBaseManager()) {
            Throwable failure =
                    catchThrowable(() -> manager.zeros(new Shape(2, 3)).matMul(manager.zeros(new Shape(2, 3))));

            assertThat(failure).isNotNull();
            assertThat(DeviceMemory.isExhausted(failure)).isFalse();
        }
    }
}
