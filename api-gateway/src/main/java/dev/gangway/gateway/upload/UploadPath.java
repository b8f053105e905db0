package dev.gangway.gateway.upload;

import dev.gangway.artifacts.picture.UploadStore;
import dev.gangway.artifacts.store.ObjectPath;
import java.util.Optional;

/** Where a file lies within an upload, such as {@code images/2019/attic.jpg}: a path that leaves room for the upload's own. */
final class UploadPath {

    private static final int LONGEST = 500;

    private UploadPath() {}

    /** Why {@code path} leads nowhere within an upload, or nothing if it does. */
    static Optional<String> fault(String path) {
        if (path == null || path.isEmpty() || path.length() > LONGEST) {
            return Optional.of("must have 1 to " + LONGEST + " characters");
        }
        Optional<String> fault = ObjectPath.fault(path);
        boolean own = fault.isEmpty() && ObjectPath.parse(path).part(0).equals(UploadStore.NOTES.part(0));
        return own ? Optional.of("lies in the folder that uploads keep for their own notes") : fault;
    }
}
