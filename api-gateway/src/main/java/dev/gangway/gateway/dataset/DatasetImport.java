package dev.gangway.gateway.dataset;

import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.archive.Archives;
import dev.gangway.artifacts.dataset.DatasetArchiveReader;
import dev.gangway.artifacts.dataset.DatasetExistsException;
import dev.gangway.artifacts.dataset.DatasetManifest;
import dev.gangway.artifacts.dataset.DatasetWriter;
import dev.gangway.artifacts.dataset.Preparation;
import dev.gangway.artifacts.image.ImageLimits;
import dev.gangway.artifacts.store.ObjectStore;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gateway.config.DatasetConfig;
import dev.gangway.gateway.config.GatewayConfig;
import dev.gangway.gateway.job.Dataset;
import dev.gangway.gateway.job.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Makes datasets of archives. */
@ApplicationScoped
public class DatasetImport {

    private static final Logger LOG = Logger.getLogger(DatasetImport.class);

    private final ObjectStore store;
    private final DatasetRegister register;
    private final Clock clock;
    private final DatasetArchiveReader reader;

    DatasetImport(ObjectStore store, DatasetRegister register, Clock clock, Archives archives, GatewayConfig config) {
        this.store = store;
        this.register = register;
        this.clock = clock;
        DatasetConfig limits = config.datasets();
        this.reader = new DatasetArchiveReader(archives, new ImageLimits(limits.imageBytes(), limits.imagePixels()));
    }

    /**
     * A dataset that was just imported.
     *
     * @param preparation what was done to its images
     */
    public record Imported(Dataset dataset, Preparation preparation) {}

    /**
     * Makes the next version of a dataset.
     *
     * @param archive a ZIP archive, read where it lies
     * @param clientLeft whether nobody waits for the dataset any more
     * @throws RefusedException when the archive cannot become a dataset, or somebody else made the version meanwhile;
     *     nothing of it stays then
     */
    public Imported add(DatasetWish wish, SeekableByteChannel archive, BooleanSupplier clientLeft) {
        DatasetReference next = register.next(wish.team(), wish.name());
        try (DatasetWriter writer = new DatasetWriter(store, next, wish.imageSize(), wish.origin(), clock)) {
            reader.read(archive, wish.archive(), writer, clientLeft);
            DatasetManifest manifest = writer.finish();
            LOG.infof("team=%s dataset=%s version=%d is imported", next.team(), next.name(), next.version());
            return new Imported(register.put(manifest), manifest.preparation());
        } catch (ArchiveRefusedException e) {
            throw RefusedException.unprocessable("archive-refused", e.entry(), e.getMessage());
        } catch (CancellationException e) {
            LOG.infof("team=%s dataset=%s is given up: who sent it has left", next.team(), next.name());
            throw RefusedException.conflict("client-left", e.getMessage());
        } catch (DatasetExistsException e) {
            throw RefusedException.conflict("dataset-version-taken", e.getMessage() + ": send it again");
        }
    }

    /** What was done to the images of {@code dataset}; null when nobody noted it. */
    public Preparation preparation(DatasetReference dataset) {
        return register.manifest(dataset).map(DatasetManifest::preparation).orElse(null);
    }
}
