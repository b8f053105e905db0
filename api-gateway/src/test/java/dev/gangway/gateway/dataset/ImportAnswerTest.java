package dev.gangway.gateway.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.artifacts.archive.Archives;
import dev.gangway.artifacts.dataset.ArchiveWishes;
import dev.gangway.artifacts.dataset.DatasetOrigin;
import dev.gangway.artifacts.dataset.SplitRule;
import dev.gangway.artifacts.image.PixelImage;
import dev.gangway.artifacts.image.PngEncoder;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.persistence.DatasetRepository;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/** What an import is answered with is at hand: a store that goes away at that moment does not make it fail, and be repeated. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
class ImportAnswerTest {

    private static final int SIDE = 32;

    private final ObjectStore store;
    private final DatasetRepository datasets;
    private final Archives archives;
    private final GatewayConfig config;
    private final AtomicBoolean away = new AtomicBoolean();

    ImportAnswerTest(ObjectStore store, DatasetRepository datasets, Archives archives, GatewayConfig config) {
        this.store = store;
        this.datasets = datasets;
        this.archives = archives;
        this.config = config;
    }

    @Test
    void theStoreIsNotAskedAgainWhenTheManifestIsWritten() throws IOException {
        ObjectStore leaving = leaving();
        DatasetImport imports =
                new DatasetImport(leaving, new DatasetRegister(leaving, datasets), Clock.systemUTC(), archives, config);
        DatasetWish wish = new DatasetWish(
                TeamId.DEFAULT,
                GatewayApi.freshName("set"),
                SIDE,
                new DatasetOrigin("a test", "none"),
                ArchiveWishes.DEFAULT);

        DatasetImport.Imported imported = imports.add(wish, new SeekableInMemoryByteChannel(archive()), () -> false);

        assertThat(away).isTrue();
        assertThat(imported.dataset().images().train()).isEqualTo(1);
        assertThat(imported.preparation().split().by()).isEqualTo(SplitRule.By.FOLDERS);
    }

    private ObjectStore leaving() {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (proxy, method, arguments) -> {
                    assertThat(away)
                            .as("the store is asked for %s", method.getName())
                            .isFalse();
                    try {
                        Object answer = method.invoke(store, arguments);
                        away.set(method.getName().equals("putIfAbsent"));
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String path : new String[] {"train/a.png", "validation/b.png", "test/c.png"}) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(PngEncoder.encode(new PixelImage(SIDE, SIDE, new byte[SIDE * SIDE * PixelImage.CHANNELS])));
            }
        }
        return bytes.toByteArray();
    }
}
