package dev.gangway.artifacts.orphan;

import dev.gangway.artifacts.store.ObjectPath;
import dev.gangway.artifacts.store.ObjectStatus;
import dev.gangway.contracts.job.JobId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A part of the bucket where one kind of thing lies, each in a folder of its own. */
interface Area {

    /** Where it begins. */
    ObjectPath root();

    /** How many folders deep one thing lies, the root included. */
    int depth();

    /** The orphans among all objects of one thing. */
    List<Orphan> orphans(ObjectPath folder, List<ObjectStatus> objects, Instant now);

    /** Where an object lies within its folder; nothing when its key is none that Gangway writes. */
    static Optional<ObjectPath> within(ObjectPath folder, ObjectStatus object) {
        return ObjectPath.tryParse(object.key())
                .filter(path -> path.isWithin(folder))
                .map(path -> path.within(folder));
    }

    /** The job that a folder is called after, if it is one's. */
    static Optional<JobId> job(String name) {
        try {
            return Optional.of(JobId.of(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
