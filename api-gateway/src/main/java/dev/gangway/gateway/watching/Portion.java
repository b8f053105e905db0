package dev.gangway.gateway.watching;

import dev.gangway.gateway.job.JobNews;
import java.util.List;

/**
 * News of a job that are told at once.
 *
 * @param news what happened, oldest first
 * @param ended whether nothing will happen any more
 */
record Portion(List<JobNews> news, boolean ended) {

    /** Nothing has happened for a while. */
    static final Portion SILENCE = new Portion(List.of(), false);

    /** Nothing will happen any more. */
    static final Portion END = new Portion(List.of(), true);

    Portion {
        news = List.copyOf(news);
    }

    /** The sequence of the last news here; {@code otherwise} when there are none. */
    long last(long otherwise) {
        return news.isEmpty() ? otherwise : news.get(news.size() - 1).sequence();
    }
}
