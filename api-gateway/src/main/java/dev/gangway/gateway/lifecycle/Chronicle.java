package dev.gangway.gateway.lifecycle;

import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobMoved;
import dev.gangway.gateway.job.JobNews;
import dev.gangway.gateway.job.Move;
import dev.gangway.gateway.persistence.HistoryRepository;
import dev.gangway.gateway.persistence.NewsRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Keeps what became of jobs, and tells those who want to know. */
@ApplicationScoped
class Chronicle {

    private final HistoryRepository history;
    private final NewsRepository news;
    private final Event<JobMoved> observers;

    Chronicle(HistoryRepository history, NewsRepository news, Event<JobMoved> observers) {
        this.history = history;
        this.news = news;
        this.observers = observers;
    }

    /** Enters a move, as part of the transaction at hand. */
    void enter(Job job, Move move) {
        history.append(job.id(), move);
        news.append(job.id(), JobNews.Type.STATE_CHANGED, move, move.at());
        observers.fire(new JobMoved(job, move));
    }
}
